package io.docaxis.producer.fastsend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whose making lateness is; microseconds. */
class ScheduleSlipTest {

    private static final long SECOND = 1_000_000;

    private final ScheduleSlip slip = new ScheduleSlip();

    @Test
    void isWhatAnIdleThreadWakesUpLateBy() {
        slip.waits(0);
        assertThat(slip.given(100, 100, 0)).isZero();
        slip.waits(0);
        assertThat(slip.given(200, 260, 0)).isEqualTo(60);
    }

    @Test
    void isHandedOnToThoseThatBecameDueMeanwhile() {
        slip.waits(0);
        assertThat(slip.given(100, 1_000, 0)).isEqualTo(900);
        assertThat(slip.given(200, 1_001, 0)).isEqualTo(801);
        assertThat(slip.given(1_000, 1_002, 0)).isEqualTo(2);
    }

    @Test
    void growsWhereTheThreadsOwnWorkIsTooSlow() {
        slip.waits(0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(slip.given(100 + 10L * i, 100 + 15L * i, 0)).isEqualTo(5L * i);
        }
    }

    @Test
    void isNothingWhereTheClientMadeItWaitAndItKeepsUp() {
        slip.waits(0);
        assertThat(slip.given(0, 0, 0)).isZero();
        long blocked = 5 * SECOND;
        long event = 1;
        for (; 50 * event < blocked + 2 * event; event++) {
            assertThat(slip.given(50 * event, blocked + 2 * event, blocked)).isZero();
        }
        slip.waits(blocked);
        assertThat(slip.given(50 * event, 50 * event + 3, blocked)).isEqualTo(3);
    }

    @Test
    void isWhatItIsTooSlowByWhereTheClientMadeItWaitToo() {
        slip.waits(0);
        assertThat(slip.given(0, 0, 0)).isZero();
        long blocked = 5 * SECOND;
        for (int i = 1; i < 1_000; i++) {
            assertThat(slip.given(50L * i, blocked + 70L * i, blocked)).isEqualTo(20L * i);
        }
    }

    /** What is in blocks goes on where the thread has nothing else to do, and may find no room. */
    @Test
    void leavesOutWhatTheClientMadeItWaitWhileItWaitedItself() {
        slip.waits(7 * SECOND);
        slip.waits(7 * SECOND + 400);
        assertThat(slip.given(100, 600, 7 * SECOND + 450)).isEqualTo(50);
        slip.waits(8 * SECOND);
        assertThat(slip.given(700, 800, 8 * SECOND)).isEqualTo(100);
    }

    @Test
    void isAllOfTheLatenessOfAnEventThatWasDueBeforeTheThreadBegan() {
        assertThat(slip.given(100, 5_000, 3_000)).isEqualTo(4_900);
        assertThat(slip.given(4_990, 5_001, 3_000)).isEqualTo(11);
    }
}
