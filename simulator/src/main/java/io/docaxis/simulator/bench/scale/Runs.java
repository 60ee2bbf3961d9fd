package io.docaxis.simulator.bench.scale;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.simulator.process.Meter;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Plays scenarios with the shipped command, one process after the other. */
final class Runs {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final FastClients fastClients;

    Runs(FastClients fastClients) {
        this.fastClients = fastClients;
    }

    /**
     * Plays to an exact verdict.
     *
     * @param scenario a name or a file
     * @param directory where all that the run leaves behind goes
     * @throws io.docaxis.simulator.process.ChildFailedException if the verdict is another, or there is none
     */
    ScaleRun run(String name, double factor, int agencies, String scenario, long documents, Path directory)
            throws InterruptedException {
        long startedAtMs = System.currentTimeMillis();
        long diskBytes = 0;
        try (Meter meter = Meter.started();
                ProgramProcess run = ProgramProcess.start(
                        List.of("-Djava.io.tmpdir=" + directory),
                        "run",
                        scenario,
                        "--documents",
                        Long.toString(documents),
                        "--results",
                        directory.toString(),
                        "--fast-clients",
                        fastClients.label())) {
            meter.follow(ScaleRun.ROLE, run.pid());
            while (!run.awaitEnd(LOOK_EVERY)) {
                diskBytes = Math.max(diskBytes, sizeOf(directory));
            }
            long endedAtMs = System.currentTimeMillis();
            run.requireNotFailed();
            JsonNode result = JsonReport.read(directory.resolve("result.json"));
            JsonNode peak = result.get("peak_rss_bytes");
            return new ScaleRun(
                    name,
                    factor,
                    agencies,
                    result.get("documents_sent").asLong()
                            + result.get("documents_received").asLong(),
                    result.get("compared").get("records").asLong(),
                    meter.between(startedAtMs, endedAtMs),
                    peak.isNull() ? OptionalLong.empty() : OptionalLong.of(peak.asLong()),
                    diskBytes,
                    Clients.read(result.get("clients")));
        }
    }

    private static long sizeOf(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            // a file went while it was looked at: the next look sees all of it
            return 0;
        }
    }
}
