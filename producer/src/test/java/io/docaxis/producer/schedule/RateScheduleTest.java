package io.docaxis.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The events of several sources of one load. */
class RateScheduleTest {

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long START_NS = 1_700_000_000L * SECOND_NS;
    private static final LoadCurve CURVE = new LoadShape.Constant(new Rate(1_000)).over(10 * SECOND_NS);

    @Test
    void sourcesTakeTurns() {
        RateSchedule first = new RateSchedule(CURVE, Arrivals.EVEN, 0, 3, START_NS);
        RateSchedule last = new RateSchedule(CURVE, Arrivals.EVEN, 2, 3, START_NS);

        assertThat(first.intendedAtNs(0, 5, 0, 1)).isEqualTo(START_NS);
        assertThat(last.intendedAtNs(0, 5, 0, 1)).isEqualTo(START_NS + 2_000_000);
        assertThat(first.intendedAtNs(1, 5, 0, 1)).isEqualTo(START_NS + 3_000_000);
        assertThat(last.intendedAtNs(1, 5, 0, 1)).isEqualTo(START_NS + 5_000_000);
        assertThat(first.endsAtNs()).isEqualTo(START_NS + 10 * SECOND_NS);
    }

    @Test
    void nothingIsDueOnceTheDurationIsOver() {
        for (int sources = 1; sources < 8; sources++) {
            long events = 0;
            for (int source = 0; source < sources; source++) {
                List<Long> due = due(Arrivals.EVEN, source, sources);
                events += due.size();
                assertThat(due).allMatch(ns -> ns < START_NS + 10 * SECOND_NS);
            }
            assertThat(events).isEqualTo(CURVE.eventsDue()).isEqualTo(10_000);
        }
    }

    @Test
    void saysHowManyAreDue() {
        for (Arrivals arrivals : List.of(Arrivals.EVEN, new Arrivals.Poisson(7))) {
            List<Long> due = due(arrivals, 1, 3);
            RateSchedule asked = new RateSchedule(CURVE, arrivals, 1, 3, START_NS);
            for (long ms = -5; ms < 11_000; ms += 7) {
                long nowNs = START_NS + ms * 1_000_000 + 1;
                assertThat(asked.dueBefore(nowNs))
                        .as("%s after %d ms", arrivals, ms)
                        .isEqualTo(due.stream().filter(ns -> ns < nowNs).count());
            }
        }
    }

    @Test
    void poissonArrivalsAreAFunctionOfSeedAndSource() {
        assertThat(due(new Arrivals.Poisson(7), 0, 2)).isEqualTo(due(new Arrivals.Poisson(7), 0, 2));
        assertThat(due(new Arrivals.Poisson(7), 0, 2))
                .isNotEqualTo(due(new Arrivals.Poisson(8), 0, 2))
                .isNotEqualTo(due(new Arrivals.Poisson(7), 1, 2));
    }

    /** Gaps have the mean and the deviation of an exponential distribution: one event. */
    @Test
    void poissonArrivalsComeAtTheRateAndAtRandom() {
        ArrivalPositions positions = new Arrivals.Poisson(42).of(3, 4);
        int events = 200_000;
        double before = 0;
        double squares = 0;
        long withinAnEvent = 0;
        for (int i = 0; i < events; i++) {
            double gap = (positions.at(i) - before) / 4;
            before = positions.at(i);
            squares += gap * gap;
            withinAnEvent += gap < 1 ? 1 : 0;
        }
        assertThat(before / 4 / events).isBetween(0.99, 1.01);
        assertThat(squares / events).isBetween(1.96, 2.04);
        assertThat((double) withinAnEvent / events).isBetween(0.627, 0.637);
    }

    @Test
    void poissonArrivalsAreAskedForInOrder() {
        RateSchedule schedule = new RateSchedule(CURVE, new Arrivals.Poisson(1), 0, 1, START_NS);

        long first = schedule.intendedAtNs(0);

        assertThat(schedule.intendedAtNs(0)).isEqualTo(first);
        assertThat(schedule.intendedAtNs(1)).isGreaterThan(first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.intendedAtNs(3))
                .withMessage("event 3: want 1 or 2");
    }

    private static List<Long> due(Arrivals arrivals, int source, int sources) {
        RateSchedule schedule = new RateSchedule(CURVE, arrivals, source, sources, START_NS);
        List<Long> due = new ArrayList<>();
        for (long number = 0; schedule.intendedAtNs(number) != RateSchedule.NOT_DUE; number++) {
            due.add(schedule.intendedAtNs(number));
        }
        assertThat(due).isSorted();
        return due;
    }
}
