package io.docaxis.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speed as people write it, and the two times that it turns into each other. */
class SpeedTest {

    @ParameterizedTest
    @CsvSource({"max, 0", "1x, 1000", "3600, 3600000", "0.5x, 500", "1.25x, 1250", "999999999x, 999999999000"})
    void readsTimesAndMax(String text, long perMille) {
        assertThat(Speed.parse(text).perMille()).isEqualTo(perMille);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "0.000x", "x", "-1x", "1.2345x", "1e3x", "fast", "MAX", "1000000000x"})
    void refusesAllElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speed.parse(text))
                .withMessageContaining("speed '" + text + "'");
    }

    @Test
    void turnsSimulatedSecondsIntoWallTimeAndBack() {
        Speed speed = Speed.parse("60x");

        assertThat(speed.wallNs(90)).isEqualTo(1_500_000_000);
        assertThat(speed.simulatedS(1_500_000_000)).isEqualTo(90);
        assertThat(Speed.parse("0.5x").wallNs(1)).isEqualTo(2_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001x", "1x", "7x", "3600x", "3333.333x", "999999999x"})
    void turnsFiveYearsIntoWallTimeAndBackToTheNanosecond(String text) {
        Speed speed = Speed.parse(text);
        long simulatedS = text.equals("0.001x") ? 4_000_000 : 5L * 366 * 86_400;

        long wallNs = speed.wallNs(simulatedS);

        assertThat(wallNs)
                .isEqualTo(BigInteger.valueOf(simulatedS)
                        .multiply(BigInteger.TEN.pow(12))
                        .divide(BigInteger.valueOf(speed.perMille()))
                        .longValueExact());
        assertThat(speed.simulatedS(wallNs)).isBetween(simulatedS - 1 - speed.simulatedS(1_000), simulatedS);
    }

    @ParameterizedTest
    @CsvSource({"max, max", "3600, 3600x", "0.5, 0.5x"})
    void isWrittenAsItIsRead(String text, String written) {
        assertThat(Speed.parse(text)).hasToString(written);
    }
}
