package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads as processes, to which something happens: a signal, a broker that falls silent or dies, a second process. */
class LoadFaultsIT {

    private static final Pattern MEASURING = Pattern.compile("measuring");
    private static final long SILENCE_NS = 4_000_000_000L;

    @TempDir
    private Path directory;

    /** It is believed to stand still after half a minute: {@code GroupFollowerIT} has a follower with less patience. */
    @Test
    @Tag("slow")
    void aGroupThatStandsStillIsNotWaitedFor() throws Exception {
        try (Stage stage = Stage.open()) {
            Topics unread = new Topics("unread");
            new TopicSetup(stage.cluster(), unread).ensure(2);
            stage.view().commit("standing", new TopicPartition(unread.events(), 0), 0);
            ProgramProcess standing =
                    start(stage, "standing", "--rate 100/s --duration 2s --prefix unread --consume standing");
            Loaded group = Loaded.by(standing, directory.resolve("standing"))
                    .ended(ExitCode.EXACT, "unread by group 'standing', which has committed nothing for")
                    .isWhole();
            assertThat(group.result().at("/group/drain_seconds").isNull()).isTrue();
        }
    }

    @Test
    void shardsAddUpAndCtrlCLeavesMarkedResults() throws Exception {
        try (Stage stage = Stage.open()) {
            ProgramProcess endless = start(stage, "endless", "--rate 100/s --duration 600s --prefix endless");
            endless.awaitPrinted(MEASURING);
            endless.signal("INT");
            Loaded interrupted = Loaded.by(endless, directory.resolve("endless"))
                    .ended(ExitCode.INTERRUPTED, "INTERRUPTED: stopped before its time")
                    .isWhole();
            assertThat(interrupted.text("/verdict")).isEqualTo("interrupted");
            assertThat(interrupted.result().at("/end/interrupted").asBoolean()).isTrue();
            assertThat(interrupted.count("/books/offered")).isBetween(1L, 59_999L);

            playShards(stage, 20);
        }
        mergesExactly();
        refusesWhatDoesNotBelongTogether();
    }

    /** @param withinS both are ready; on a machine where they are not, they are given longer */
    private void playShards(Stage stage, int withinS) throws Exception {
        Instant start = Instant.now().plusSeconds(withinS).truncatedTo(ChronoUnit.SECONDS);
        String shard = "--rate 600/s --duration 3s --start-at " + start + " --prefix shards-" + withinS + " --shard ";
        ProgramProcess one = start(stage, "one", shard + "1/2");
        ProgramProcess two = start(stage, "two", shard + "2/2");
        Loaded first = Loaded.by(one, directory.resolve("one"));
        if (isTooLate(first) || two.awaitEnd(Duration.ZERO) && isTooLate(Loaded.by(two, directory.resolve("two")))) {
            two.kill();
            System.out.println("shards were not ready within " + withinS + " s: once more, with twice that");
            playShards(stage, 2 * withinS);
            return;
        }
        first.ended(ExitCode.EXACT, "proof: exact").isWhole();
        Loaded.by(two, directory.resolve("two"))
                .ended(ExitCode.EXACT, "proof: exact")
                .isWhole();
    }

    private static boolean isTooLate(Loaded shard) {
        return shard.code() != ExitCode.EXACT && shard.words().contains("--start-at");
    }

    private void mergesExactly() {
        Loaded first = new Loaded(ExitCode.EXACT, "", directory.resolve("one"));
        Loaded second = new Loaded(ExitCode.EXACT, "", directory.resolve("two"));
        Loaded merged = merge("one", "two")
                .ended(ExitCode.EXACT, "proof: exact", "1,800")
                .isWhole();
        assertThat(merged.count("/books/offered")).isEqualTo(1_800);
        for (String counted : List.of(
                "/books/offered",
                "/books/acknowledged",
                "/books/withheld",
                "/measured/due",
                "/measured/sent",
                "/latencies/publish/events",
                "/latencies/e2e/events",
                "/latencies/committed/events")) {
            assertThat(merged.count(counted))
                    .as(counted)
                    .isPositive()
                    .isEqualTo(first.count(counted) + second.count(counted));
        }
        assertThat(merged.count("/latencies/publish/max_us"))
                .isEqualTo(
                        Math.max(first.count("/latencies/publish/max_us"), second.count("/latencies/publish/max_us")));
    }

    private void refusesWhatDoesNotBelongTogether() {
        merge("one", "one").ended(ExitCode.USAGE, "is named twice");
        merge("one", "endless")
                .ended(ExitCode.USAGE, "rate differs", "duration differs", "start differs", "number of shards differs");
        merge("one", "nothing").ended(ExitCode.USAGE, "nothing'");
    }

    /** What is missing is named; the broker has come back, and so it is no matter of the environment. */
    @Test
    void aBrokerThatIsSilentForTooLongLeavesTheProofIncompleteAndOneThatIsGoneEndsIt() throws Exception {
        try (Stage stage = Stage.open()) {
            Path impatient = impatient();
            String load = "--rate 1000/s --duration 12s --client-config " + impatient;
            ProgramProcess strict = start(stage, "strict", load + " --prefix strict");
            ProgramProcess lenient = start(stage, "lenient", load + " --prefix lenient --require failed<=100%");
            strict.awaitPrinted(MEASURING);
            lenient.awaitPrinted(MEASURING);
            stage.broker().signal("STOP");
            long untilNs = System.nanoTime() + SILENCE_NS;
            Waiting.until("sends to fail, which wait for less", () -> System.nanoTime() >= untilNs);
            stage.broker().signal("CONT");

            String missing = "the obligations that do:";
            Loaded broken = Loaded.by(strict, directory.resolve("strict"))
                    .ended(ExitCode.THRESHOLD, "BROKEN: failed <= 0", "proof: incomplete", missing, " of thread ")
                    .isWhole();
            assertThat(broken.count("/books/failed")).isPositive();
            assertThat(broken.count("/books/acknowledged")).isPositive();
            assertThat(broken.result().at("/delivery/lost").isNull()).isTrue();
            Loaded.by(lenient, directory.resolve("lenient"))
                    .ended(ExitCode.INCOMPLETE, "INCOMPLETE: ", missing, " of thread ")
                    .isWhole();

            // each ends with the first send that fails
            String endless = "--rate 500/s --duration 600s --abort-on-breach --client-config " + impatient;
            Map<String, ProgramProcess> all = new LinkedHashMap<>();
            for (String consumer : List.of("count", "none")) {
                String further = " --prefix gone-" + consumer + " --consume " + consumer;
                all.put(consumer, start(stage, consumer, endless + further));
            }
            endWithTheirBroker(stage, all);
        }
    }

    /** It goes on to its end, and waits half a minute for a broker that may come back. */
    @Test
    @Tag("slow")
    void aBrokerThatIsGoneEndsALoadOfDocaxisOwnConsumer() throws Exception {
        try (Stage stage = Stage.open()) {
            String own = "--rate 500/s --duration 5s --client-config " + impatient() + " --prefix gone-own";
            endWithTheirBroker(stage, Map.of("own", start(stage, "own", own)));
        }
    }

    private void endWithTheirBroker(Stage stage, Map<String, ProgramProcess> all) throws Exception {
        for (ProgramProcess each : all.values()) {
            each.awaitPrinted(MEASURING);
        }
        stage.broker().kill();
        for (Map.Entry<String, ProgramProcess> each : all.entrySet()) {
            Loaded gone = Loaded.by(each.getValue(), directory.resolve(each.getKey()))
                    .ended(ExitCode.ENVIRONMENT, "ENVIRONMENT: no Kafka broker answers at", "could not send everything")
                    .isWhole();
            assertThat(gone.text("/end/environment")).contains("no Kafka broker answers");
            assertThat(gone.count("/books/failed")).isPositive();
        }
    }

    private Path impatient() throws IOException {
        return Files.writeString(
                directory.resolve("impatient.properties"),
                "request.timeout.ms=700\ndelivery.timeout.ms=1500\nmax.block.ms=300\nbuffer.memory=1048576\n");
    }

    private ProgramProcess start(Stage stage, String name, String arguments) {
        List<String> line = Loaded.line(directory.resolve(name), arguments.split(" "));
        Collections.addAll(line, "--bootstrap-servers", stage.cluster().bootstrapServers());
        return stage.start(List.of(), line.toArray(String[]::new));
    }

    private Loaded merge(String... names) {
        List<String> line = new ArrayList<>(List.of(
                "load", "merge", "--results", directory.resolve("merged").toString()));
        for (String name : names) {
            line.add(directory.resolve(name).toString());
        }
        return Loaded.ran(directory.resolve("merged"), line.toArray(String[]::new));
    }
}
