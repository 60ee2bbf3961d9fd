package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Seconds of a wall clock that the test moves; every event is due at its own second. */
class BacklogTest {

    private final Backlog backlog = new Backlog();

    @Test
    void isNothingWhileTheNextEventIsNotDueYet() {
        backlog.next(5_000);

        assertThat(backlog.behindMs(0, 4_000)).isZero();
        assertThat(backlog.mostMs()).isZero();
    }

    @Test
    void growsWhileTheSourceCannotGiveAnEventToItsClient() {
        backlog.next(5_000);

        assertThat(backlog.behindMs(0, 5_500)).isEqualTo(500);
        assertThat(backlog.behindMs(0, 65_000)).isEqualTo(60_000);
    }

    @Test
    void growsWhileTheBrokerDoesNotAnswerThoughEveryEventWasGivenOnTime() {
        for (int second = 1; second <= 10; second++) {
            give(second * 1_000, second * 1_000);
        }

        assertThat(backlog.behindMs(3, 10_000)).isEqualTo(6_000);
        assertThat(backlog.behindMs(3, 20_500)).isEqualTo(16_500);
        assertThat(backlog.behindMs(9, 20_500)).isEqualTo(10_500);
        assertThat(backlog.behindMs(10, 20_500)).isZero();
    }

    @Test
    void goesByTheMostAnswersThatAnybodyHasSeen() {
        give(1_000, 1_000);
        give(2_000, 2_000);

        assertThat(backlog.behindMs(2, 3_000)).isZero();
        assertThat(backlog.behindMs(1, 3_001)).isZero();
    }

    @Test
    void isNothingAgainOnceTheBrokerHasAnsweredAndRemembersTheMost() {
        give(1_000, 1_000);
        backlog.behindMs(0, 16_500);

        assertThat(backlog.behindMs(1, 17_000)).isZero();
        assertThat(backlog.mostMs()).isEqualTo(15_500);
    }

    @Test
    void remembersTheMostThoughNobodyAskedMeanwhile() {
        give(1_000, 9_000);
        give(9_000, 9_000);

        assertThat(backlog.mostMs()).isEqualTo(8_000);
    }

    @Test
    void isExactToAStepWhereManyEventsAreDueTogether() {
        for (int ms = 0; ms < 1_000; ms++) {
            give(ms, ms);
        }

        for (int answered = 0; answered < 1_000; answered++) {
            assertThat(backlog.behindMs(answered, 1_000))
                    .isBetween(1_000L - answered, 1_000L - answered + Backlog.STEP_MS);
        }
    }

    @Test
    void waitsForNothingOnceTheLastEventWasPassedOver() {
        give(1_000, 1_000);
        backlog.next(2_000);
        backlog.passedOver();

        assertThat(backlog.behindMs(1, 60_000)).isZero();
    }

    private void give(long dueAtMs, long atMs) {
        backlog.next(dueAtMs);
        backlog.given(dueAtMs, atMs);
    }
}
