package io.docaxis.common.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCatalogueTest {

    @Test
    void knowsThe88AgenciesOfLevelOne() {
        AgencyCatalogue agencies = AgencyCatalogue.level1();
        assertThat(agencies.size()).isEqualTo(88);
        assertThat(agencies.code(0)).hasToString("G01");
        assertThat(agencies.name(agencies.number("G06"))).isEqualTo("Ministry of Science and Technology");
        assertThat(agencies.tier(agencies.number("G22"))).isEqualTo(Tier.MINISTRY);
        assertThat(agencies.tier(agencies.number("G24"))).isEqualTo(Tier.CENTRAL_AGENCY);
        assertThat(agencies.tier(agencies.number("H53"))).isEqualTo(Tier.PROVINCE);
        assertThat(agencies.number("G23")).as("a code nobody has seen").isEqualTo(-1);
    }

    @Test
    void readsBothCodeFormsAsTheSameAgency() {
        AgencyCatalogue agencies = AgencyCatalogue.of(3000, 11_000);
        assertThat(agencies.number("000.00.00.H53")).isEqualTo(agencies.number("H53"));
        assertThat(agencies.number("000.00.13.H53"))
                .isEqualTo(agencies.number("H53.13"))
                .isNotNegative();
        assertThat(agencies.number("000.04.13.H53")).isEqualTo(agencies.number("H53.13.04"));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "88,0", "500,0", "26,7", "3000,11000", "40000,79912"})
    void givesEveryAgencyACodeOfItsOwnThatLeadsBackToIt(int departments, int communes) {
        AgencyCatalogue agencies = AgencyCatalogue.of(departments, communes);
        for (int number = 0; number < agencies.size(); number++) {
            AgencyCode code = agencies.code(number);
            assertThat(agencies.number(code.value())).isEqualTo(number);
            if (code.oldForm() != null) {
                assertThat(agencies.number(code.oldForm())).isEqualTo(number);
            }
            assertThat(agencies.code(agencies.level1(number)).value())
                    .isEqualTo(code.value().substring(0, 3));
            assertThat(agencies.tier(number) == Tier.COMMUNE).isEqualTo(code.level() == 3);
        }
    }

    @Test
    void aDepartmentIsNotItsProvince() {
        AgencyCatalogue agencies = AgencyCatalogue.of(500, 0);
        assertThat(agencies.number("H53.01")).isNotEqualTo(agencies.number("H53"));
        assertThat(agencies.level1(agencies.number("H53.01"))).isEqualTo(agencies.number("H53"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H",
                "h53",
                "H5",
                "H53.",
                "H53.1",
                "H53.13.05.01",
                "Z99",
                "001.00.13.H53",
                "000.05.00.H53",
                "H53.0013"
            })
    void doesNotKnowCodesThatAreNone(String code) {
        assertThat(AgencyCatalogue.of(3000, 11_000).number(code)).isEqualTo(-1);
    }

    @Test
    void refusesMoreAgenciesThanItCanNumber() {
        assertThatThrownBy(() -> AgencyCatalogue.of(100_000, 20_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000 departments")
                .hasMessageContaining("120000");
        assertThatThrownBy(() -> AgencyCatalogue.of(10, 5)).hasMessageContaining("communes need departments");
    }
}
