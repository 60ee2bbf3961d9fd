package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.command.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads that send nothing: because something is wrong with what is asked, or because they are to be written down alone. */
class UnsentLoadIT {

    @TempDir
    private Path directory;

    @Test
    void whatIsWrongIsSaidAllAtOnceBeforeAnythingStarts() {
        load("--rate 1000/s --require nonsense,e2e.p98<1ms --require failed<-1")
                .ended(ExitCode.USAGE, "'nonsense'", "'e2e.p98", "'-1'", "want");
        load("--rate 1000/s --topic t --format json --start-at 2023-03-06T00:00:00Z --duration 0s "
                        + "--documents-rate 5/s")
                .ended(
                        ExitCode.USAGE,
                        "--topic t: docaxis' own consumer",
                        "--format json: docaxis' own consumer",
                        "--start-at 2023-03-06T00:00:00Z: is over: want a later instant",
                        "--duration 0: want more than 0",
                        "--documents-rate 5/s");
        assertThat(directory.resolve("result.json")).doesNotExist();
    }

    @Test
    void aDryRunWritesALineForEachEventThatWouldBeSent() throws Exception {
        Path file = directory.resolve("dry.jsonl");
        load("--rate 100/s..300/s --duration 5s --sources 3 --dry-run " + file)
                .ended(ExitCode.EXACT, "1000 events written to '" + file + "'; nothing was sent");

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1_000);
        for (String line : lines) {
            JsonNode event = JsonMapper.shared().readTree(line);
            assertThat(event.at("/value/kind").asString()).isNotEmpty();
            assertThat(event.at("/value/sequence").asLong()).isPositive();
            assertThat(event.at("/intended_at").asString()).isNotEmpty();
        }
    }

    private Loaded load(String arguments) {
        return Loaded.ran(
                directory, Loaded.line(directory, arguments.split(" ")).toArray(String[]::new));
    }
}
