package io.docaxis.common.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueAsKnownTest {

    private static final long DEADLINE = 1_000_000;

    /** A live run announces deadlines that the watermark has not reached. */
    @ParameterizedTest
    @CsvSource({
        "-500, PROVISIONAL",
        "0, PROVISIONAL",
        "1, PROVISIONAL",
        "3600, PROVISIONAL",
        "3601, CONFIRMED",
        "604800, CONFIRMED",
        "604801, FINAL"
    })
    void dependsOnHowFarTheWatermarkIsBeyondTheDeadline(long beyond, OverdueAsKnown known) {
        assertThat(OverdueAsKnown.of(DEADLINE, DEADLINE + beyond, 604_800)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600, PROVISIONAL", "3600, 3601, FINAL", "60, 60, PROVISIONAL", "60, 61, FINAL"})
    void nothingIsMerelyConfirmedWhereTheHorizonIsNoLongerThanTheAllowance(
            long horizonS, long beyond, OverdueAsKnown known) {
        assertThat(OverdueAsKnown.of(DEADLINE, DEADLINE + beyond, horizonS)).isEqualTo(known);
    }
}
