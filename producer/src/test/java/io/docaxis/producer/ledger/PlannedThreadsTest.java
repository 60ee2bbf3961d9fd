package io.docaxis.producer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.event.StatusReported;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.ScenarioFixture;
import io.docaxis.producer.scenario.file.Scenarios;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Told of every event once, in order and when it occurred, the observer concludes what the plan chose. */
class PlannedThreadsTest {

    @ParameterizedTest
    @CsvSource({
        "quiet-day,0",
        "poison,0",
        "tet-rush,10000",
        "silent-province,10000",
        "slow-ministry,10000",
        "national-2023,40000"
    })
    void concludesWhatThePlanChose(String name, long documents) {
        Scenario scenario = Scenarios.read(name);
        if (documents > 0) {
            scenario = scenario.scaled(documents);
        }
        for (long seed = scenario.seed(); seed < scenario.seed() + 3; seed++) {
            assertSameConclusions(new World(scenario, seed));
        }
    }

    @Test
    void concludesWhatThePlanChoseUnderOtherRules() {
        ScenarioFixture fixture = new ScenarioFixture()
                .documents(5_000)
                .days("2023-03-01", "2023-03-31")
                .disturbed();
        fixture.rules = new Rules(3 * 86_400L, 20, true, true, 1800, 900, 60);
        fixture.agencies = AgencyCatalogue.of(700, 3_000);
        for (long seed = 1; seed <= 3; seed++) {
            assertSameConclusions(new World(fixture.build(), seed));
        }
    }

    /** Of every thread all obligations, documents and dispatches; of a plain one what is counted beside, too. */
    private static void assertSameConclusions(World world) {
        assertSame(world, false);
        assertSame(world, true);
    }

    private static void assertSame(World world, boolean plain) {
        Both all = new Both(world, plain);
        long events = 0;
        for (long thread = 0; thread < world.threads(); thread++) {
            events += all.take(thread);
        }
        assertThat(events).isPositive();
        if (!all.planned().equals(all.observed())) {
            long first = LongStream.range(0, world.threads())
                    .filter(thread -> {
                        Both alone = new Both(world, plain);
                        alone.take(thread);
                        return !alone.planned().equals(alone.observed());
                    })
                    .findFirst()
                    .orElseThrow();
            Both alone = new Both(world, plain);
            alone.take(first);
            assertThat(alone.observed())
                    .as("thread %d of %s, seed %d", first, world.scenario().name(), world.seed())
                    .isEqualTo(alone.planned());
        }
        assertThat(all.ledger.expected().sketch().minus(all.observed.sketch()))
                .isEqualTo(new Sketch.Difference(List.of(), List.of(), false));
        System.out.printf(
                "%s seed %d: %s%,d threads, %,d events, planned and observed alike%n",
                world.scenario().name(), world.seed(), plain ? "plain ones of " : "", world.threads(), events);
    }

    /** What the plan says of threads, and what the observer concludes from being told of their events. */
    private static final class Both {
        final World world;
        final ThreadPlanner planner;
        final ThreadPlan plan = new ThreadPlan();
        final Ledger ledger;
        final Tally observed = new Tally();
        final PerfectObserver observer;
        final StatusReported status = new StatusReported();

        final boolean plain;

        Both(World world, boolean plain) {
            this.world = world;
            this.plain = plain;
            Scenario scenario = world.scenario();
            planner = new ThreadPlanner(world);
            ledger = new Ledger(world);
            observer = new PerfectObserver(
                    scenario.agencies(),
                    new Deadlines(scenario.rules(), scenario.calendar()),
                    world.endsAt(),
                    observed);
        }

        int take(long thread) {
            planner.plan(thread, plan);
            if (plain && !plan.isPlain()) {
                return 0;
            }
            ledger.expect(plan);
            observer.begin(thread);
            for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
                PlannedEvent event = plan.event(ordinal);
                if (event.isDocument()) {
                    observer.document(
                            event.occurredAt(), plan.numbered(event.document()).content());
                } else {
                    plan.fill(ordinal, status);
                    observer.status(event.occurredAt(), status);
                }
            }
            observer.end();
            return plan.events();
        }

        List<String> planned() {
            return text(ledger.expected());
        }

        List<String> observed() {
            return text(observed);
        }

        private List<String> text(Tally tally) {
            return plain ? TallyText.of(tally) : TallyText.withoutCounters(tally);
        }
    }
}
