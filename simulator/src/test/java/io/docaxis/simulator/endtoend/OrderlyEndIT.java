package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs that end where they are asked to. */
class OrderlyEndIT {

    @TempDir
    private Path directory;

    @Test
    void endsWhereItWasToldTo() throws Exception {
        try (ProgramProcess run =
                start("--sources", "2", "--begin-at", "2023-03-06 09:00", "--until", "2023-03-08T10:11:12")) {
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
            assertThat(run.out())
                    .contains(", 2023-03-06 09:00 to 2023-03-08 10:11:12")
                    .contains("verdict: exact");
        }
        assertIsExact();
    }

    @Test
    void endsInOrderWhenItIsAskedToTerminate() throws Exception {
        try (ProgramProcess run =
                start("--sources", "2", "--live", "--begin-at", "2023-03-06 09:00", "--speed", "2000x")) {
            run.awaitPrinted(Pattern.compile("playing[^\\n]*\\nplaying"));
            run.signal("TERM");

            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
            assertThat(run.err()).contains("ending: the sources agree on one instant");
            assertThat(run.out())
                    .containsPattern(", 2023-03-06 09:00 to 2023-03-0[67] [0-9:]+\n")
                    .contains("verdict: exact");
        }
        assertIsExact();
    }

    /** At a tenth of real time its sources would have to go on for up to ten seconds. */
    @Test
    void isInterruptedByTheSecondRequest() throws Exception {
        try (ProgramProcess run = start("--live", "--begin-at", "2023-03-06 09:00", "--speed", "0.1x")) {
            run.awaitPrinted(Pattern.compile("playing"));
            run.signal("INT");
            run.awaitSaid(Pattern.compile("ending: "));
            run.signal("INT");

            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(run.out()).contains("interrupted: ").doesNotContain("verdict");
        }
        assertThat(directory.resolve("result.json")).doesNotExist();
    }

    private ProgramProcess start(String... options) {
        List<String> line = new ArrayList<>(List.of(
                "run", "quiet-day", "--documents", "2000", "--results", directory.toString(), "--partitions", "3"));
        line.addAll(List.of(options));
        return ProgramProcess.start(line.toArray(String[]::new));
    }

    private void assertIsExact() throws Exception {
        JsonNode result = JsonMapper.shared().readTree(Files.readString(directory.resolve("result.json")));
        assertThat(result.get("verdict").asString()).isEqualTo("exact");
        assertThat(result.get("events_applied").asLong()).isPositive();
        assertThat(result.at("/obligations/acknowledge/open").asLong()).isPositive();
        assertThat(directory.resolve("tally.json")).hasSameTextualContentAs(directory.resolve("truth.json"));
    }
}
