package io.docaxis.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTrendTest {

    private static AgeTrend over(int minutes, LongUnaryOperator ageMs) {
        AgeTrend trend = new AgeTrend();
        for (long ms = 0; ms <= minutes * 60_000L; ms += 5_000) {
            trend.add(ms, ageMs.applyAsLong(ms));
        }
        return trend;
    }

    @Test
    void isTheSlopeOfALine() {
        AgeTrend.Slope slope = over(10, ms -> 40_000 + ms / 4).slope().orElseThrow();
        assertThat(slope.median()).isCloseTo(0.25, within(1e-9));
        assertThat(slope.isUp()).isTrue();
        assertThat(over(10, ms -> 900_000 - ms / 2).slope().orElseThrow().isDown())
                .isTrue();
    }

    @Test
    void isUnknownBelowFiveMinutes() {
        assertThat(over(4, ms -> ms).slope()).isEmpty();
        assertThat(over(5, ms -> ms).slope()).isPresent();
    }

    @Test
    void leavesOutMinutesWithoutALook() {
        AgeTrend trend = new AgeTrend();
        for (long minute = 0; minute <= 10; minute += 2) {
            trend.add(minute * 60_000, minute * 60_000);
        }
        assertThat(trend.slope().orElseThrow().median()).isCloseTo(1, within(1e-9));
        trend.add(60 * 60_000, 0);
        assertThat(trend.slope()).isEmpty();
    }

    @Test
    void seesNoTrendInNoiseMoreOftenThanItMay() {
        SplittableRandom random = new SplittableRandom(1);
        int trends = 0;
        for (int i = 0; i < 2_000; i++) {
            AgeTrend.Slope slope =
                    over(10, ms -> 40_000 + random.nextInt(30_000)).slope().orElseThrow();
            trends += slope.isUp() || slope.isDown() ? 1 : 0;
        }
        assertThat(trends / 2_000.0).isLessThan(0.05);
    }

    @Test
    void seesOneStepNotAsATrend() {
        AgeTrend.Slope slope =
                over(10, ms -> ms < 300_000 ? 40_000 : 3_640_000).slope().orElseThrow();
        assertThat(slope.isUp()).isFalse();
    }

    /** A consumer that commits every so often, up to four minutes apart, makes the age rise and fall. */
    @ParameterizedTest
    @ValueSource(ints = {15, 60, 90, 120, 180, 240})
    void seesTheTeethOfASawNotAsATrend(int periodS) {
        for (int phaseS = 0; phaseS < periodS; phaseS += 5) {
            int phase = phaseS;
            AgeTrend.Slope slope = over(10, ms -> 31_000 + (ms + phase * 1_000L) % (periodS * 1_000L))
                    .slope()
                    .orElseThrow();
            assertThat(slope.isUp() || slope.isDown()).as("phase " + phase).isFalse();
        }
    }
}
