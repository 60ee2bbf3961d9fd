package io.docaxis.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.form.EventForm;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.schedule.Arrivals;
import io.docaxis.producer.schedule.LoadShape;
import io.docaxis.producer.schedule.Rate;
import io.docaxis.producer.schedule.RatePlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damaged events and those that are dropped are among what the loop plays. */
class StubbedLoadTest {

    private static final long SECOND = 1_000_000_000L;
    private static final World WORLD = new World(
            new ScenarioFixture()
                    .documents(100)
                    .days("2023-03-06", "2023-03-06")
                    .disturbed()
                    .build(),
            1);

    private final SteadyClock clock = SteadyClock.ofThisMachine();
    private final StubbedLoad load = new StubbedLoad(WORLD, EventForm.PLAIN, 6, clock);
    private final List<Long> intended = new ArrayList<>();

    @Test
    void comesToEachEventThatIsDue() {
        long startsAtNs = clock.nowNs();

        load.play(plan(200), startsAtNs, (intendedAtNs, givenAtNs) -> {
            assertThat(givenAtNs).isGreaterThanOrEqualTo(intendedAtNs);
            intended.add(intendedAtNs - startsAtNs);
        });

        assertThat(intended).hasSize(200).isSorted().startsWith(0L, SECOND / 2_000);
    }

    @Test
    void endsWhereItIsStopped() {
        load.play(plan(200), clock.nowNs(), (intendedAtNs, givenAtNs) -> {
            intended.add(intendedAtNs);
            if (intended.size() == 50) {
                load.stop();
            }
        });

        assertThat(intended).hasSize(50);
    }

    private static RatePlan plan(int events) {
        return new RatePlan(new LoadShape.Constant(Rate.parse("2000/s")).over(events * SECOND / 2_000), Arrivals.EVEN);
    }
}
