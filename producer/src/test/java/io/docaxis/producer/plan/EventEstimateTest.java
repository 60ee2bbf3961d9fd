package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventEstimateTest {

    /** Of every thread, one after another. */
    private static long counted(World world, long beginsAt) {
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        long events = 0;
        for (long thread = world.threadsBefore(beginsAt); thread < world.threads(); thread++) {
            planner.plan(thread, plan);
            events += plan.events();
        }
        return events;
    }

    private static World world(Scenario scenario) {
        return new World(scenario, scenario.seed());
    }

    @Test
    void countsExactlyWhatIsNoLargerThanItsSample() {
        Scenario scenario = Scenarios.read("national-2023").scaled(2_000);
        World world = world(scenario);

        assertThat(EventEstimate.events(world, world.startsAt())).isEqualTo((double) counted(world, world.startsAt()));
    }

    @Test
    void isWithinSomePercentOfALargerOne() {
        World world = world(Scenarios.read("national-2023").scaled(60_000));
        double counted = counted(world, world.startsAt());

        assertThat(EventEstimate.events(world, world.startsAt())).isCloseTo(counted, within(0.04 * counted));
    }

    /** Enough, and not twice as many. */
    @ParameterizedTest
    @CsvSource({
        "national-2023, 100",
        "national-2023, 5000",
        "national-2023, 1500000",
        "quiet-day, 300",
        "quiet-day, 40000",
        "silent-province, 200000"
    })
    void findsAVolumeThatHasSoManyEvents(String name, long events) {
        Scenario scenario = Scenarios.read(name);
        Scenario found = EventEstimate.withEvents(scenario, events, scenario.startsAt());

        assertThat(counted(world(found), scenario.startsAt())).isBetween(events, 2 * events + 200);
    }

    @Test
    void leavesOutWhatBeginsBefore() {
        Scenario scenario = Scenarios.read("national-2023");
        long beginsAt = (scenario.startsAt() + scenario.endsAt()) / 2;
        Scenario found = EventEstimate.withEvents(scenario, 20_000, beginsAt);

        assertThat(counted(world(found), beginsAt)).isBetween(20_000L, 25_000L);
    }

    @Test
    void refusesMoreThanAScenarioMayHave() {
        Scenario scenario = Scenarios.read("quiet-day");

        assertThatThrownBy(() -> EventEstimate.withEvents(scenario, 1e12, scenario.startsAt()))
                .hasMessageContaining("quiet-day")
                .hasMessageContaining("at most 1000000000");
    }
}
