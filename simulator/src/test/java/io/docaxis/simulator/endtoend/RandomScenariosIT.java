package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.file.InvalidScenarioException;
import io.docaxis.producer.scenario.file.ScenarioDraft;
import io.docaxis.producer.scenario.file.ScenarioDraws;
import io.docaxis.simulator.CommitSeed;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some of the scenarios drawn at random, played through a broker as a user would: what agrees in memory is exact there as well. */
class RandomScenariosIT {

    private static final int COUNT = 3;

    @TempDir
    private Path directory;

    @Test
    void playsExactlyWhateverIsDrawn() throws Exception {
        long seed = CommitSeed.get();
        System.out.printf("random scenarios through a broker: -Ddocaxis.worlds.seed=%d%n", seed);
        ScenarioDraws draws = new ScenarioDraws(seed);
        try (Stage stage = Stage.open()) {
            for (int played = 0; played < COUNT; ) {
                ScenarioDraft draft = draws.next();
                if (canBePlayed(draft)) {
                    Path file = Files.writeString(directory.resolve("drawn.yaml"), draft.yaml());
                    String out = Commands.run(
                            stage, ExitCode.EXACT, new Topics("drawn-" + played++), "run", file.toString());

                    assertThat(out).as(draft.yaml()).contains("verdict: exact");
                }
            }
        }
    }

    private static boolean canBePlayed(ScenarioDraft draft) {
        try {
            Scenario scenario = draft.read();
            return new World(scenario, scenario.seed()).threads() > 0;
        } catch (InvalidScenarioException | IllegalArgumentException e) {
            return false;
        }
    }
}
