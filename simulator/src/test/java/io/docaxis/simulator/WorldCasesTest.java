package io.docaxis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small scenarios, typed by hand, each for one way in which what happens could come when nobody remembers what it is about. {@link
 * RandomScenariosTest} prints further ones, should it find any.
 */
class WorldCasesTest {

    private static final Path CASES = Path.of("src/test/resources/worlds");
    private static final int SEEDS = 3;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void planObserverAndConsumerAgree(Path file) {
        Scenario scenario = Scenarios.read(file.toString());
        assertThat(file).hasFileName(scenario.name() + ".yaml");
        for (long seed = 1; seed <= SEEDS; seed++) {
            ThreeOpinions opinions = new ThreeOpinions(new World(scenario, seed), 2, 3);

            assertThat(opinions.differences()).as("%s, seed %d", file, seed).isEmpty();
            assertThat(opinions.obligations()).isPositive();
        }
    }
}
