package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Seconds of a wall clock that the test moves; every event is due at its own second. */
class ScheduleLagTest {

    private static final long MS = 1_000_000;

    private final ScheduleLag lag = new ScheduleLag();

    @Test
    void isNothingWhileTheNextEventIsNotDueYet() {
        lag.next(5_000 * MS);

        assertThat(lag.behindMs(0, 4_000 * MS)).isZero();
        assertThat(lag.mostMs()).isZero();
    }

    @Test
    void growsWhileTheSourceCannotGiveAnEventToItsClient() {
        lag.next(5_000 * MS);

        assertThat(lag.behindMs(0, 5_500 * MS)).isEqualTo(500);
        assertThat(lag.behindMs(0, 65_000 * MS)).isEqualTo(60_000);
    }

    @Test
    void growsWhileTheBrokerDoesNotAnswerThoughEveryEventWasGivenOnTime() {
        for (int second = 1; second <= 10; second++) {
            give(second * 1_000, second * 1_000);
        }

        assertThat(lag.behindMs(3, 10_000 * MS)).isEqualTo(6_000);
        assertThat(lag.behindMs(3, 20_500 * MS)).isEqualTo(16_500);
        assertThat(lag.behindMs(9, 20_500 * MS)).isEqualTo(10_500);
        assertThat(lag.behindMs(10, 20_500 * MS)).isZero();
    }

    @Test
    void goesByTheMostAnswersThatAnybodyHasSeen() {
        give(1_000, 1_000);
        give(2_000, 2_000);

        assertThat(lag.behindMs(2, 3_000 * MS)).isZero();
        assertThat(lag.behindMs(1, 3_001 * MS)).isZero();
    }

    @Test
    void isNothingAgainOnceTheBrokerHasAnsweredAndRemembersTheMost() {
        give(1_000, 1_000);
        lag.behindMs(0, 16_500 * MS);

        assertThat(lag.behindMs(1, 17_000 * MS)).isZero();
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
            assertThat(lag.behindMs(completed, 1_000 * MS))
                    .isBetween(1_000L - completed, 1_000L - completed + ScheduleLag.STEP_NS / MS);
        }
    }

    @Test
    void waitsForNothingOnceTheLastEventWasPassedOver() {
        give(1_000, 1_000);
        lag.next(2_000 * MS);
        lag.passedOver();

        assertThat(lag.behindMs(1, 60_000 * MS)).isZero();
    }

    private void give(long dueAtMs, long atMs) {
        lag.next(dueAtMs * MS);
        lag.given(dueAtMs * MS, atMs * MS);
    }
}
