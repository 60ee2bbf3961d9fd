package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A simulated hour a second, from simulated second 1,000,000 on. */
class ScheduleTest {

    private static final Speed SPEED = Speed.parse("3600x");
    private static final long STARTS_AT = 1_000_000;
    private static final int HOUR = 3_600;

    @Test
    void beginsWithThePeriod() {
        Schedule schedule = Schedule.from(SPEED, 500, STARTS_AT);

        assertThat(schedule.dueAtMs(STARTS_AT)).isEqualTo(500);
        assertThat(schedule.dueAtMs(STARTS_AT + 8 * HOUR)).isEqualTo(8_500);
        assertThat(schedule.simulatedAt(8_500)).isEqualTo(STARTS_AT + 8 * HOUR);
    }

    @Test
    void goesOnWhereTheClockStoppedWithoutWaitingThroughThePast() {
        long stoppedAt = STARTS_AT + 100 * HOUR;

        Schedule schedule = Schedule.resumed(SPEED, 500, stoppedAt, stoppedAt + 2 * HOUR);

        assertThat(schedule.simulatedAt(500)).isEqualTo(stoppedAt);
        assertThat(schedule.dueAtMs(stoppedAt + 2 * HOUR)).isEqualTo(2_500);
    }

    @Test
    void beginsWithTheFirstRecordThatTheLogLost() {
        long stoppedAt = STARTS_AT + 100 * HOUR;

        Schedule schedule = Schedule.resumed(SPEED, 500, stoppedAt, stoppedAt - HOUR);

        assertThat(schedule.dueAtMs(stoppedAt - HOUR)).isEqualTo(500);
        assertThat(schedule.dueAtMs(stoppedAt)).isEqualTo(1_500);
    }
}
