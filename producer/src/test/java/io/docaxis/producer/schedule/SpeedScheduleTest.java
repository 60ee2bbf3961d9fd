package io.docaxis.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A simulated hour a second, from simulated second 1,000,000 on. */
class SpeedScheduleTest {

    private static final Speed SPEED = Speed.parse("3600x");
    private static final long STARTS_AT = 1_000_000;
    private static final int HOUR = 3_600;
    private static final long MS = 1_000_000;
    private static final long NOW_NS = 500 * MS;

    @Test
    void beginsWithThePeriod() {
        Schedule schedule = SpeedSchedule.goingOnFrom(SPEED, STARTS_AT).at(NOW_NS, STARTS_AT + HOUR);

        assertThat(secondAtNs(schedule, STARTS_AT)).isEqualTo(NOW_NS);
        assertThat(secondAtNs(schedule, STARTS_AT + 8 * HOUR)).isEqualTo(8_500 * MS);
        assertThat(schedule.simulatedAt(8_500 * MS)).isEqualTo(STARTS_AT + 8 * HOUR);
    }

    @Test
    void goesOnWhereTheClockStoppedWithoutWaitingThroughThePast() {
        long stoppedAt = STARTS_AT + 100 * HOUR;

        Schedule schedule = SpeedSchedule.goingOnFrom(SPEED, stoppedAt).at(NOW_NS, stoppedAt + 2 * HOUR);

        assertThat(schedule.simulatedAt(NOW_NS)).isEqualTo(stoppedAt);
        assertThat(secondAtNs(schedule, stoppedAt + 2 * HOUR)).isEqualTo(2_500 * MS);
    }

    @Test
    void beginsWithTheFirstRecordThatTheLogLost() {
        long stoppedAt = STARTS_AT + 100 * HOUR;

        Schedule schedule = SpeedSchedule.goingOnFrom(SPEED, stoppedAt).at(NOW_NS, stoppedAt - HOUR);

        assertThat(secondAtNs(schedule, stoppedAt - HOUR)).isEqualTo(NOW_NS);
        assertThat(secondAtNs(schedule, stoppedAt)).isEqualTo(1_500 * MS);
    }

    @Test
    void spreadsTheEventsOfASecondEvenlyWithinIt() {
        Schedule schedule = new SpeedSchedule(Speed.parse("2x"), NOW_NS, STARTS_AT);

        assertThat(schedule.intendedAtNs(7, STARTS_AT + 1, 0, 4)).isEqualTo(1_000 * MS);
        assertThat(schedule.intendedAtNs(8, STARTS_AT + 1, 1, 4)).isEqualTo(1_125 * MS);
        assertThat(schedule.intendedAtNs(9, STARTS_AT + 1, 2, 4)).isEqualTo(1_250 * MS);
        assertThat(schedule.intendedAtNs(10, STARTS_AT + 1, 3, 4)).isEqualTo(1_375 * MS);
        assertThat(schedule.intendedAtNs(11, STARTS_AT + 2, 0, 1)).isEqualTo(1_500 * MS);
    }

    /** Where seconds are no whole number of nanoseconds, too. */
    @Test
    void neverGoesBack() {
        for (String speed : new String[] {"0.001x", "1x", "7x", "3600x", "3333.333x", "70000.001x", "999999999x"}) {
            Schedule schedule = new SpeedSchedule(Speed.parse(speed), NOW_NS, STARTS_AT);
            long before = NOW_NS;
            for (int second = 0; second < 2_000; second++) {
                int places = 1 + second % 7 * 31;
                for (int place = 0; place < places; place++) {
                    long intendedAtNs = schedule.intendedAtNs(0, STARTS_AT + second, place, places);
                    assertThat(intendedAtNs).as(speed).isGreaterThanOrEqualTo(before);
                    before = intendedAtNs;
                }
            }
        }
    }

    private static long secondAtNs(Schedule schedule, long second) {
        return schedule.intendedAtNs(0, second, 0, 1);
    }
}
