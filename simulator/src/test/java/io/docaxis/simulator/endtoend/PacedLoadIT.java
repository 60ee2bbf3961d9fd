package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Loads whose figures are asserted: each takes the machine for itself, and says that it is invalid where it does not have it, which is
 * a skip.
 */
@Tag("slow")
class PacedLoadIT {

    private static final Pattern MEASURING = Pattern.compile("measuring");
    private static final String TOPIC = "paced";
    private static final int RATE = 20_000;
    private static final double MOST_OFF_MS = 50;

    @TempDir
    private Path directory;

    /** The client's buffer holds a fifth of a second of the load, or more than one and a half: what waits before it is counted, too. */
    @ParameterizedTest
    @ValueSource(ints = {4, 32})
    void aFrozenBrokerIsCountedFromTheIntendedInstantWhateverTheBufferHolds(int bufferMiB) throws Exception {
        Path settings = Files.writeString(directory.resolve("client.properties"), "buffer.memory=" + (bufferMiB << 20));
        try (Stage stage = Stage.open()) {
            makeTopic(stage);
            try (PlainReader reader = PlainReader.start(stage.cluster(), TOPIC)) {
                ProgramProcess load = start(
                        stage,
                        "--rate",
                        RATE + "/s",
                        "--duration",
                        "20s",
                        "--size",
                        "1KB",
                        "--rehearse",
                        "20s",
                        "--require",
                        "publish.p99 < 10s",
                        "--consume",
                        "count",
                        "--client-config",
                        settings.toString());
                load.awaitPrinted(MEASURING);
                pause(5);
                stage.broker().signal("STOP");
                pause(5);
                stage.broker().signal("CONT");
                Loaded loaded = valid("a broker frozen for 5 s, buffer of " + bufferMiB + " MiB", load);
                loaded.ended(ExitCode.EXACT).isWhole();
                reader.readAll(loaded.count("/books/acknowledged"));

                assertThat(loaded.count("/latencies/publish/p95_us")).isGreaterThanOrEqualTo(4_000_000);
                assertThat(loaded.count("/latencies/publish/p99_us")).isGreaterThanOrEqualTo(4_800_000);
                Histogram read = reader.between(at(loaded, "measured_from"), at(loaded, "ended_at"));
                System.out.printf(
                        "buffer %d MiB: publish p95 %s us, p99 %s us, from send p99 %s us; e2e p95 %s us and %d us read, p99 %s us and %d us"
                                + " read%n",
                        bufferMiB,
                        loaded.text("/latencies/publish/p95_us"),
                        loaded.text("/latencies/publish/p99_us"),
                        loaded.text("/latencies/publish_from_send/p99_us"),
                        loaded.text("/latencies/e2e/p95_us"),
                        read.getValueAtPercentile(95),
                        loaded.text("/latencies/e2e/p99_us"),
                        read.getValueAtPercentile(99));
                agrees(loaded.count("/latencies/e2e/p95_us"), read.getValueAtPercentile(95));
                agrees(loaded.count("/latencies/e2e/p99_us"), read.getValueAtPercentile(99));
            }
        }
    }

    private static void agrees(long measured, long read) {
        assertThat((double) measured).isCloseTo(read, within(0.05 * read));
    }

    /** A record's timestamp is when it was given to the client. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2023-03-06T23:30"})
    void evenArrivalsKeepToTheScheduleAllTheTime(String beginAt) throws Exception {
        try (Stage stage = Stage.open()) {
            makeTopic(stage);
            try (PlainReader reader = PlainReader.start(stage.cluster(), TOPIC)) {
                List<String> line =
                        new ArrayList<>(List.of("--rate", RATE + "/s", "--duration", "60s", "--consume", "none"));
                if (!beginAt.isEmpty()) {
                    Collections.addAll(line, "--begin-at", beginAt);
                }
                Loaded loaded =
                        valid("even arrivals from '" + beginAt + "'", start(stage, line.toArray(String[]::new)));
                loaded.ended(ExitCode.EXACT).isWhole();
                assertThat(loaded.count("/books/offered")).isEqualTo(60L * RATE);
                reader.readAll(loaded.count("/books/acknowledged"));

                long seconds = 0;
                long within = 0;
                for (JsonNode second : loaded.result().at("/seconds")) {
                    if (second.get("due").asLong() > 0) {
                        seconds++;
                        within += Math.abs(second.get("sent").asLong() - RATE) <= RATE / 100 ? 1 : 0;
                    }
                }
                System.out.printf(
                        "most off %.1f ms; %d of %d seconds within 1 %%%n", reader.mostOffMs(), within, seconds);
                assertThat(reader.mostOffMs()).isLessThanOrEqualTo(MOST_OFF_MS);
                assertThat(seconds).isEqualTo(60);
                assertThat(within).isGreaterThanOrEqualTo((long) (0.99 * seconds));
            }
        }
    }

    @Test
    void aRateBeyondTheGeneratorIsInvalidByName() throws Exception {
        try (Stage stage = Stage.open()) {
            Loaded loaded = Loaded.by(
                    start(
                            stage,
                            "--rate",
                            "5000000/s",
                            "--duration",
                            "3s",
                            "--warm-up",
                            "300ms",
                            "--rehearse",
                            "0s",
                            "--consume",
                            "none"),
                    directory);
            loaded.ended(ExitCode.INVALID, "INVALID: ", "the load missed its own schedule: slip p99")
                    .isWhole();
        }
    }

    /** A MB a second is what the broker takes of any client, and twice that is offered. */
    @Test
    void aRateBeyondTheBrokerIsABrokenThresholdAndNotInvalid() throws Exception {
        try (Stage stage = Stage.open()) {
            makeTopic(stage);
            try (Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
                admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                                new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null)),
                                List.of(new ClientQuotaAlteration.Op("producer_byte_rate", 1e6)))))
                        .all()
                        .get();
            }
            Loaded loaded = valid(
                    "a rate beyond the broker",
                    start(
                            stage,
                            "--rate",
                            "2000/s",
                            "--duration",
                            "15s",
                            "--size",
                            "1KB",
                            "--consume",
                            "none",
                            "--require",
                            "publish.p99 < 500ms"));
            loaded.ended(ExitCode.THRESHOLD, "BROKEN: publish.p99 < 500ms").isWhole();
            assertThat(loaded.count("/books/acknowledged")).isEqualTo(30_000);
        }
    }

    @Test
    void neighboursThatTakeTheProcessorsMakeItInvalid() throws Exception {
        List<Process> spinners = new ArrayList<>();
        try (Stage stage = Stage.open()) {
            for (int i = 0; i < 4; i++) {
                spinners.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
            }
            Loaded loaded =
                    Loaded.by(start(stage, "--rate", RATE + "/s", "--duration", "15s", "--consume", "none"), directory);
            loaded.ended(ExitCode.INVALID, "INVALID, because", "a sending thread waited for a processor")
                    .isWhole();
        } finally {
            spinners.forEach(Process::destroyForcibly);
        }
    }

    /** An invalid one is a skip, with its reasons. */
    private Loaded valid(String test, ProgramProcess load) throws InterruptedException {
        Loaded loaded = Loaded.by(load, directory);
        if (loaded.code() == ExitCode.INVALID) {
            Skipping.because(test, "the load is invalid: " + loaded.result().at("/validity/reasons"));
        }
        return loaded;
    }

    private ProgramProcess start(Stage stage, String... arguments) {
        List<String> line = new ArrayList<>(List.of("load", "national-2023", "--results", directory.toString()));
        Collections.addAll(line, arguments);
        Collections.addAll(
                line, "--topic", TOPIC, "--bootstrap-servers", stage.cluster().bootstrapServers());
        return stage.start(ProgramProcess.optionsOfALoad(), line.toArray(String[]::new));
    }

    private static long at(Loaded loaded, String what) {
        Instant at = Instant.parse(loaded.text("/stretch/" + what));
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void pause(int seconds) {
        long untilNs = System.nanoTime() + seconds * 1_000_000_000L;
        Waiting.until(seconds + " s", () -> System.nanoTime() >= untilNs);
    }

    private static void makeTopic(Stage stage) throws Exception {
        try (Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(6), Optional.empty())))
                    .all()
                    .get();
        }
    }
}
