package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.CaseKind;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest numbers that a scenario file may hold, all at once, still make a world: nothing overflows. */
class LargestWorldTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {0, 60_000_000_000L, 99_999_999_999L})
    void theLargestNumbersMakeAWorld(long dispatches) throws IOException {
        Path file = Files.writeString(
                directory.resolve("largest.yaml"), """
                name: largest
                story: Whatever can be large is.
                period: {from: 2023-03-06, to: 2027-06-03}
                calendar: {from: 1990-01-01, to: 2099-12-31, days-off: []}
                volume: {documents: 1_000_000_000, dispatches: %d}
                agencies: {departments: 119_912}
                shape:
                  months: {%s}
                  hours: {%s}
                  bursts: [{from: 2023-03-06, to: 2027-06-03, percent: 10_000}]
                fan-out: {1: 100_000, 3000: 100_000}
                """.formatted(dispatches, weights(1, 12), weights(0, 23)));
        Scenario scenario = Scenarios.read(file.toString());
        World world = new World(scenario, Long.MAX_VALUE);
        assertThat(CaseKind.knows(world.threads())).isTrue();
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();

        long last = world.startsAt();
        for (long thread : new long[] {0, world.threads() / 2, world.threads() - 1}) {
            planner.plan(thread, plan);
            assertThat(plan.events()).isPositive();
            assertThat(world.sentAt(thread)).isBetween(last, world.endsAt() - 1);
            last = world.sentAt(thread);
        }
        assertThat(ShapeTable.of(world.scenario()).rows().stream()
                        .mapToLong(row -> row.count() * row.shape().documents())
                        .sum())
                .isEqualTo(scenario.volume().documents());
    }

    private static String weights(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> i + ": 100_000").collect(Collectors.joining(", "));
    }
}
