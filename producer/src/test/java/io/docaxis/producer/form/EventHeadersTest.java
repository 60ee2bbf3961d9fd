package io.docaxis.producer.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHeadersTest {

    @Test
    void readsNamesAndValuesInTheirOrder() {
        assertThat(EventHeaders.parse(List.of("z=1", "a=", "trace=a=b", "người gửi=Bộ Nội vụ"))
                        .byName())
                .containsExactly(
                        entry("z", "1"), entry("a", ""), entry("trace", "a=b"), entry("người gửi", "Bộ Nội vụ"));
    }

    @Test
    void noneIsNone() {
        assertThat(EventHeaders.parse(List.of())).isEqualTo(EventHeaders.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "trace,header 'trace' has no '=': want name=value",
        "=1,header '=1' has no name: want name=value",
        "docaxis-sequence=1,header 'docaxis-sequence': names that begin with 'docaxis-' are docaxis' own; want another"
    })
    void refusesWhatIsNoHeader(String written, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventHeaders.parse(List.of("a=1", written)))
                .withMessage(said);
    }

    @Test
    void refusesANameThatIsThereTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventHeaders.parse(List.of("a=1", "b=2", "a=3")))
                .withMessage("header 'a' is there twice: want each name once");
    }

    @Test
    void refusesMoreThanTheyMayTake() {
        EventHeaders.parse(List.of("a=" + "x".repeat(65_535)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventHeaders.parse(List.of("a=" + "x".repeat(65_536))))
                .withMessageContaining("65537 bytes")
                .withMessageContaining("at most 65536");
    }
}
