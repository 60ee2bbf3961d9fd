package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Golden;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.report.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs on the embedded broker. */
class RunIT {

    @TempDir
    private Path directory;

    @Test
    void playsQuietDayExactly() throws Exception {
        JsonNode result = play("quiet-day");

        assertThat(result.get("verdict").asString()).isEqualTo("exact");
        assertThat(result.get("documents_sent").asLong()).isEqualTo(3_000);
        assertThat(result.get("peak_rss_bytes").isNull()).isFalse();
        assertThat(directory.resolve("tally.json")).hasSameTextualContentAs(directory.resolve("truth.json"));
        for (String side : List.of("producer", "consumer")) {
            assertThat(client(result, side))
                    .isEqualTo("true null " + Versions.here().kafka());
        }
        Golden.assertEquals("quiet-day.txt", withoutEffort(Files.readString(directory.resolve("summary.txt"))));
    }

    @Test
    void playsPoisonExactly() throws Exception {
        Path report = directory.resolve("report/run.html");
        JsonNode result = play("poison", "--documents", "2000", "--report", report.toString());

        assertThat(result.get("verdict").asString()).isEqualTo("exact");
        assertThat(result.get("dead_letters").asLong()).isPositive();
        assertThat(report).content().contains("<h1>docaxis run: poison</h1>", "Verdict: exact", "Who is late");
        Golden.assertEquals("poison-2000.txt", withoutEffort(Files.readString(directory.resolve("summary.txt"))));
    }

    @Test
    void playsFromTheMiddleExactly() throws Exception {
        JsonNode result = play(
                "quiet-day",
                "--documents",
                "600",
                "--begin-at",
                "2023-03-06 15:50",
                "--sources",
                "2",
                "--speed",
                "100000x");

        assertThat(result.get("verdict").asString()).isEqualTo("exact");
        assertThat(result.get("begin_at").asString()).isEqualTo("2023-03-06 15:50");
        assertThat(result.get("documents_sent").asLong()).isBetween(1L, 500L);
        assertThat(Files.readString(directory.resolve("summary.txt")))
                .contains("quiet-day, seed ", ", 2023-03-06 15:50 to 2023-03-10");
        assertThat(directory.resolve("tally.json")).hasSameTextualContentAs(directory.resolve("truth.json"));
    }

    /** The last of them on schedule: five simulated days in ten seconds of ticks, waits and continuous writing. */
    @Test
    void writesTheSameTruthAndTallyWhateverThePartitionsSourcesClientsAndSpeed() throws Exception {
        play("quiet-day", "--documents", "600");
        String truth = Files.readString(directory.resolve("truth.json"));
        String tally = Files.readString(directory.resolve("tally.json"));

        play("quiet-day", "--documents", "600", "--partitions", "3", "--sources", "2");

        assertThat(directory.resolve("truth.json")).hasContent(truth);
        assertThat(directory.resolve("tally.json")).hasContent(tally);

        JsonNode plain = play("quiet-day", "--documents", "600", "--fast-clients", "off");

        for (String side : List.of("producer", "consumer")) {
            assertThat(client(plain, side))
                    .isEqualTo("false switched off " + Versions.here().kafka());
        }
        assertThat(directory.resolve("truth.json")).hasContent(truth);
        assertThat(directory.resolve("tally.json")).hasContent(tally);

        JsonNode paced = play("quiet-day", "--documents", "600", "--speed", "40000x");

        assertThat(paced.get("seconds").asDouble()).isGreaterThan(5 * 86_400 / 40_000.0);
        assertThat(paced.get("counters").get("tick").asLong()).isPositive();
        assertThat(directory.resolve("truth.json")).hasContent(truth);
        assertThat(directory.resolve("tally.json")).hasContent(tally);
    }

    private static String client(JsonNode result, String side) {
        JsonNode client = result.at("/clients/" + side);
        return client.get("fast") + " " + client.get("reason").asString("null") + " "
                + client.get("kafka").asString();
    }

    private JsonNode play(String scenario, String... options) throws IOException, InterruptedException {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "run";
        arguments[1] = scenario;
        arguments[2] = "--results";
        arguments[3] = directory.toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        try (ProgramProcess run = ProgramProcess.start(arguments)) {
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.EXACT);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).matches("(?s)http://127\\.0\\.0\\.1:\\d+/ shows it\\R.*");
        }
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("result.json")));
    }

    /** All but the last line, which says how long it took here. */
    private static String withoutEffort(String summary) {
        return summary.substring(0, summary.lastIndexOf('\n', summary.length() - 2) + 1);
    }
}
