package io.docaxis.monitor.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.obligation.Obligation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateFilterTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, true",
                "H53, -, true",
                "H53.13, -, true",
                "000.00.13.H53, -, true",
                "H53.13.05, -, false",
                "H53.11, -, false",
                "H52, -, false",
                "-, respond, true",
                "-, send, false",
                "H53, send, false"
            })
    void takesAnAgencyWithAllBelowItAndAKindOfObligation(String agency, String obligation, boolean matches) {
        assertThat(LateFilter.of(agency, obligation).matches(Duties.overdue(1, "H53.13", Obligation.RESPOND, 1_000)))
                .isEqualTo(matches);
    }

    @Test
    void saysOfBothWhatIsWrongAndWhatIsAllowed() {
        assertThatThrownBy(() -> LateFilter.of("X99", "sing"))
                .isInstanceOf(BadQuestionException.class)
                .hasMessage(
                        "agency 'X99': want the code of a ministry or central agency (G01 to G28), of a province (H01 to"
                                + " H63), or of an agency below one of them, such as H53.13 or H53.13.05;"
                                + " obligation 'sing': want one of send, acknowledge, respond, answer_recall");
    }

    @Test
    void knowsWhichAgenciesARunHas() {
        assertThatCode(() -> LateFilter.of("H53.02", null).require(AgencyCatalogue.of(200, 0)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> LateFilter.of("H53.13", null).require(AgencyCatalogue.of(200, 0)))
                .hasMessage("agency 'H53.13': the run has no such agency; it has 88 of level 1, 200 departments and 0"
                        + " communes");
    }
}
