package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.outside.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short measurements, which say of themselves that they are worth nothing. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux says what each process used of the machine")
class BenchIT {

    /** Each starts a dozen processes and more, one of them beside a hog. */
    private static final Duration PATIENCE = Duration.ofSeconds(420);

    @TempDir
    private Path directory;

    @Test
    void distrustsWhatWasMeasuredBesideACpuHog() throws Exception {
        Process hog = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try (ProgramRun bench =
                ProgramRun.start("bench", "--documents", "5000", "--rounds", "1", "--results", directory.toString())) {
            assertThat(bench.exitCode(PATIENCE)).as(bench.out() + bench.err()).isEqualTo(ExitCode.INVALID);
            assertThat(bench.out()).contains("DON'T TRUST THIS:", "pipeline ÷ raw", "other processes took");
        } finally {
            hog.destroyForcibly();
        }
        JsonNode result = read("bench.json");
        assertThat(result.get("trusted").asBoolean()).isFalse();
        assertThat(doubts(result)).anyMatch(doubt -> doubt.startsWith("pipeline, round 1: other processes took"));
        assertThat(doubts(result)).anyMatch(doubt -> doubt.startsWith("raw, round 1: too short"));
        for (String figure : List.of("pipeline_to_raw", "pipeline_events_per_second", "raw_events_per_second")) {
            assertThat(result.get(figure).asDouble()).as(figure).isPositive();
        }
        assertThat(result.get("laps")).hasSize(3);
        assertThat(Files.readString(directory.resolve("bench.html"))).contains("<svg", "Don't trust this");
    }

    @Test
    void measuresARunAndARestart() throws Exception {
        try (ProgramRun bench = ProgramRun.start(
                "bench",
                "scale",
                "--factors",
                "0.01",
                "--agencies",
                "none",
                "--open",
                "10000",
                "--results",
                directory.toString())) {
            assertThat(bench.exitCode(PATIENCE)).as(bench.out() + bench.err()).isIn(ExitCode.EXACT, ExitCode.INVALID);
        }
        JsonNode result = read("scale.json");
        JsonNode run = result.get("volumes").get(0);
        assertThat(run.get("documents").asLong()).isEqualTo(61_998);
        assertThat(run.get("cpu_micros_per_event").asDouble()).isPositive();
        assertThat(run.get("peak_rss_bytes").asLong()).isPositive();
        assertThat(run.get("disk_bytes").asLong())
                .isGreaterThan(run.get("events").asLong() * 50);
        assertThat(result.get("restores").get(0).get("records_read").asLong()).isPositive();
        assertThat(result.get("restores").get(0).get("open_dispatches").asLong())
                .isGreaterThanOrEqualTo(10_000);
        assertThat(Files.readString(directory.resolve("scale.html"))).contains("<svg");
    }

    @Test
    void leavesNoProcessBehindWhereItIsKilled() throws Exception {
        try (ProgramRun bench = ProgramRun.start("bench", "--documents", "5000", "--rounds", "1")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> bench.children().size() == 1);
            List<ProcessHandle> children = bench.children();

            bench.signal("KILL");

            await().atMost(Duration.ofSeconds(60)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private static List<String> doubts(JsonNode result) {
        return StreamSupport.stream(result.get("doubts").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode read(String file) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve(file)));
    }
}
