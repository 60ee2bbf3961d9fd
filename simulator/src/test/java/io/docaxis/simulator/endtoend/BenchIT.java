package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short measurements, which say of themselves that they are worth nothing. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux says what each process used of the machine")
class BenchIT {

    /** Each starts up to a dozen processes that live for seconds: nothing is gained by optimising them. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

    @TempDir
    private Path directory;

    @Test
    void distrustsWhatWasMeasuredBesideCpuHogs() throws Exception {
        List<Process> hogs = hogs();
        try (ProgramProcess bench = ProgramProcess.start(
                SHORT_LIVED, "bench", "--documents", "1000", "--rounds", "1", "--results", directory.toString())) {
            assertThat(bench.exitCode()).as(bench.out() + bench.err()).isEqualTo(ExitCode.INVALID);
            assertThat(bench.out()).contains("DON'T TRUST THIS:", "pipeline ÷ raw", "other processes took");
        } finally {
            hogs.forEach(Process::destroyForcibly);
        }
        JsonNode result = read("bench.json");
        assertThat(result.get("trusted").asBoolean()).isFalse();
        assertThat(doubts(result)).anyMatch(doubt -> doubt.startsWith("pipeline, round 1: other processes took"));
        for (String figure : List.of("pipeline_to_raw", "pipeline_events_per_second", "raw_events_per_second")) {
            assertThat(result.get(figure).asDouble()).as(figure).isPositive();
        }
        assertThat(result.get("laps")).hasSize(3);
        assertThat(result.at("/clients/producer/fast").asBoolean()).isTrue();
        assertThat(result.at("/clients/consumer/fast").asBoolean()).isTrue();
        assertThat(doubts(result)).noneMatch(doubt -> doubt.contains("fast path"));
        assertThat(Files.readString(directory.resolve("bench.html"))).contains("<svg", "Don't trust this");
    }

    @Test
    void measuresARunAndARestart() throws Exception {
        try (ProgramProcess bench = ProgramProcess.start(
                SHORT_LIVED,
                "bench",
                "scale",
                "--factors",
                "0.002",
                "--agencies",
                "none",
                "--open",
                "2000",
                "--fast-clients",
                "off",
                "--results",
                directory.toString())) {
            assertThat(bench.exitCode()).as(bench.out() + bench.err()).isIn(ExitCode.EXACT, ExitCode.INVALID);
        }
        JsonNode result = read("scale.json");
        JsonNode run = result.get("volumes").get(0);
        assertThat(run.get("documents").asLong()).isEqualTo(12_402);
        assertThat(run.get("cpu_micros_per_event").asDouble()).isPositive();
        assertThat(run.get("peak_rss_bytes").asLong()).isPositive();
        assertThat(doubts(result)).noneMatch(doubt -> doubt.contains("fast path"));
        assertThat(run.get("disk_bytes").asLong())
                .isGreaterThan(run.get("events").asLong() * 50);
        assertThat(result.get("restores").get(0).get("records_read").asLong()).isPositive();
        assertThat(result.get("restores").get(0).get("open_dispatches").asLong())
                .isGreaterThanOrEqualTo(2_000);
        assertThat(Files.readString(directory.resolve("scale.html"))).contains("<svg");
    }

    @Test
    @Tag("slow")
    void measuresALoadByAllOfItsLegs() throws Exception {
        try (ProgramProcess bench = ProgramProcess.start(
                "bench", "load", "--rounds", "1", "--seconds", "3", "--results", directory.toString())) {
            assertThat(bench.exitCode()).as(bench.out() + bench.err()).isEqualTo(ExitCode.INVALID);
            assertThat(bench.out()).contains("DON'T TRUST THIS:", "too short");
        }
        JsonNode result = read("bench-load.json");
        assertThat(result.get("laps")).hasSize(9).allSatisfy(lap -> {
            assertThat(lap.get("events").asLong()).isPositive();
            assertThat(lap.get("seconds").asDouble()).isPositive();
        });
        for (String measure : List.of("send", "prove", "latency", "slip")) {
            assertThat(result.at("/measures/" + measure + "/median").asDouble())
                    .as(measure)
                    .isPositive();
        }
        assertThat(doubts(result)).noneMatch(doubt -> doubt.contains("fast path"));
        assertThat(Files.readString(directory.resolve("bench-load.html"))).contains("<svg");
    }

    @Test
    void leavesNoProcessBehindWhereItIsKilled() throws Exception {
        try (ProgramProcess bench = ProgramProcess.start("bench", "--documents", "1000", "--rounds", "1")) {
            Waiting.until(
                    "a first process", bench::progress, () -> bench.children().size() == 1);
            List<ProcessHandle> children = bench.children();

            bench.signal("KILL");

            Waiting.until("no process any more", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    /**
     * As many as there are processors: no measurement finds one that is idle. Niced, they take a share that is too large to
     * trust what is measured, and leave the rest. They end with this process, however it ends.
     */
    private static List<Process> hogs() throws IOException {
        String busy = "while kill -0 " + ProcessHandle.current().pid() + " 2>/dev/null; do :; done";
        List<Process> hogs = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            hogs.add(new ProcessBuilder("nice", "-n", "5", "sh", "-c", busy).start());
        }
        return hogs;
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
