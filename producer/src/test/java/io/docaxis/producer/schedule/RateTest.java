package io.docaxis.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates as people write them. */
class RateTest {

    @ParameterizedTest
    @CsvSource({
        "20000/s, 20000",
        "1200/min, 20",
        "0.5/s, 0.5",
        "20k/s, 20000",
        "1.5k/s, 1500",
        "6k/min, 100",
        "1000000000/s, 1e9"
    })
    void readsEventsInASecondOrAMinute(String text, double perSecond) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(perSecond));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0/s",
                "0.0/s",
                "20000",
                "/s",
                "-1/s",
                "1e3/s",
                "20K/s",
                "5/h",
                "20000 /s",
                "1000000001/s",
                "20M/s"
            })
    void refusesAllElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.parse(text))
                .withMessageContaining("rate '" + text + "'")
                .withMessageContaining("'20k/s'");
    }

    @ParameterizedTest
    @CsvSource({"20k/s, 20000/s", "0.5/s, 0.5/s", "1200/min, 20/s", "1000/min, 1000/min", "0.123/s, 0.123/s"})
    void isWrittenAsItIsRead(String text, String written) {
        assertThat(Rate.parse(text)).hasToString(written);
        assertThat(Rate.parse(written)).isEqualTo(Rate.parse(text));
    }

    @Test
    void isNeverBelowNothingNorNoNumber() {
        assertThat(new Rate(0).perSecond()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1)).withMessageContaining("want 0 to");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(Double.NaN));
    }
}
