package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.fastsend.SentEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Milliseconds of a wall clock that the test moves. */
class ScheduleLagTest {

    private static final long MS = 1_000_000;

    private final ScheduleLag lag = new ScheduleLag();

    @Test
    void isNothingWhileTheNextEventIsNotDueYet() {
        lag.waitsFor(5_000 * MS);

        assertThat(behindMs(4_000)).isZero();
        assertThat(lag.mostMs()).isZero();
    }

    @Test
    void growsWhileTheSourceCannotGiveAnEventToItsClient() {
        lag.waitsFor(5_000 * MS);

        assertThat(behindMs(5_500)).isEqualTo(500);
        assertThat(behindMs(65_000)).isEqualTo(60_000);
    }

    @Test
    void growsWhileTheBrokerDoesNotAnswerThoughEveryEventWasGivenOnTime() {
        for (int second = 1; second <= 10; second++) {
            give(second * 1_000, second * 1_000);
        }

        complete(1_000, 2_000, 3_000);
        assertThat(behindMs(10_000)).isEqualTo(6_000);
        assertThat(behindMs(20_500)).isEqualTo(16_500);
        complete(4_000, 5_000, 6_000, 7_000, 8_000, 9_000);
        assertThat(behindMs(20_500)).isEqualTo(10_500);
        complete(10_000);
        assertThat(behindMs(20_500)).isZero();
    }

    @Test
    void goesByTheFirstEventThatWaitsHoweverManyLaterOnesAreThere() {
        for (int second = 1; second <= 10; second++) {
            give(second * 1_000, second * 1_000);
        }
        complete(2_000, 3_000, 5_000, 7_000, 9_000, 10_000);

        assertThat(behindMs(10_000)).isEqualTo(9_000);
        complete(1_000);
        assertThat(behindMs(10_000)).isEqualTo(6_000);
    }

    @Test
    void isNothingAgainOnceTheBrokerHasAnsweredAndRemembersTheMost() {
        give(1_000, 1_000);
        behindMs(16_500);
        complete(1_000);

        assertThat(behindMs(17_000)).isZero();
        assertThat(lag.mostMs()).isEqualTo(15_500);
    }

    @Test
    void remembersTheMostThoughNobodyAskedMeanwhile() {
        give(1_000, 9_000);
        give(9_000, 9_000);

        assertThat(lag.mostMs()).isEqualTo(8_000);
    }

    @Test
    void isExactToAStepWhereManyEventsAreDueTogether() {
        for (int ms = 0; ms < 1_000; ms++) {
            give(ms, ms);
        }

        for (int completed = 0; completed < 1_000; completed++) {
            assertThat(behindMs(1_000)).isBetween(1_000L - completed, 1_000L - completed + ScheduleLag.STEP_NS / MS);
            complete(completed);
        }
        assertThat(behindMs(2_000)).isZero();
    }

    /** What waits, kept in a list, is the oracle. */
    @Test
    void isExactToAStepInWhateverOrderEventsComplete() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ScheduleLag its = new ScheduleLag();
            List<Long> waiting = new ArrayList<>();
            long nowMs = 0;
            for (int i = 0; i < 5_000; i++) {
                nowMs += random.nextInt(20);
                its.waitsFor(nowMs * MS);
                waiting.add(nowMs);
                int completing = random.nextInt(1 + Math.min(waiting.size(), seed));
                long[] completed = new long[completing];
                for (int c = 0; c < completing; c++) {
                    completed[c] = waiting.remove(random.nextInt(Math.min(waiting.size(), 1 + 7 * seed)));
                }
                Arrays.sort(completed);
                for (int c = 0; c < completing; c++) {
                    completed[c] *= MS;
                }
                its.completed(events(completed));
                long oldestMs = waiting.isEmpty() ? nowMs : Collections.min(waiting);
                assertThat(its.behindMs(nowMs * MS))
                        .isBetween(nowMs - oldestMs, nowMs - oldestMs + ScheduleLag.STEP_NS / MS);
            }
        }
    }

    @Test
    void waitsForNothingOnceTheLastEventWasPassedOver() {
        give(1_000, 1_000);
        lag.waitsFor(2_000 * MS);
        lag.passedOver();
        complete(1_000);

        assertThat(behindMs(60_000)).isZero();
    }

    private long behindMs(long nowMs) {
        return lag.behindMs(nowMs * MS);
    }

    private void give(long intendedAtMs, long atMs) {
        lag.waitsFor(intendedAtMs * MS);
        lag.gave(intendedAtMs * MS, atMs * MS);
    }

    private void complete(long... intendedAtMs) {
        long[] intendedAtNs = new long[intendedAtMs.length];
        for (int i = 0; i < intendedAtMs.length; i++) {
            intendedAtNs[i] = intendedAtMs[i] * MS;
        }
        lag.completed(events(intendedAtNs));
    }

    private static SentEvents events(long[] intendedAtNs) {
        return new SentEvents(0, SentEvents.UNKNOWN, intendedAtNs, intendedAtNs, intendedAtNs);
    }
}
