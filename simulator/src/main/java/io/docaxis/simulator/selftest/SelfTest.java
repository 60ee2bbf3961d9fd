package io.docaxis.simulator.selftest;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.process.NoEndException;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.Verification;
import io.docaxis.simulator.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Does the verdict bite? A run is played once and copied for each error. A consumer reads the copy up to one document, or just
 * beyond it, and is stopped; the error is planted; another consumer reads the rest.
 */
public final class SelfTest implements AutoCloseable {

    private static final String SCENARIO = "quiet-day";
    private static final long DOCUMENTS = 500;
    private static final int PARTITIONS = 3;
    /** How far the other partitions have been read when the error is planted. */
    private static final int FIRST_PART_PERCENT = 50;

    private static final Topics ORIGIN = new Topics("origin");
    private static final long LOOK_EVERY_MS = 20;

    private final World world;
    private final FastClients fastClients;
    private final Stage stage;
    private Recording recording;
    private LoggedDocument document;

    private SelfTest(World world, FastClients fastClients, Stage stage) {
        this.world = world;
        this.fastClients = fastClients;
        this.stage = stage;
    }

    /**
     * Starts a broker for it.
     *
     * @param fastClients of producers and consumers
     */
    public static SelfTest start(long seed, FastClients fastClients) throws InterruptedException {
        World world = new World(Scenarios.read(SCENARIO).scaled(DOCUMENTS).withSeed(seed), seed);
        return new SelfTest(world, fastClients, Stage.open());
    }

    /** Plants every error, one at a time, nothing first; tells of each as it is judged. */
    public List<Detection> play(Consumer<Detection> listener) throws InterruptedException {
        playOrigin();
        List<Detection> detections = new ArrayList<>();
        for (PlantedError error : PlantedError.values()) {
            Detection each = new Detection(error, document, play(error));
            detections.add(each);
            listener.accept(each);
        }
        return detections;
    }

    private void playOrigin() throws InterruptedException {
        runToEnd(
                ORIGIN,
                "produce",
                SCENARIO,
                "--documents",
                String.valueOf(DOCUMENTS),
                "--seed",
                String.valueOf(world.seed()),
                "--partitions",
                String.valueOf(PARTITIONS));
        recording = Recording.of(stage.cluster(), ORIGIN);
        document = LoggedDocument.first(
                recording.events(),
                any -> recording.percentBefore(any.sent()) >= FIRST_PART_PERCENT / 2
                        && recording.percentBefore(any.sent()) < FIRST_PART_PERCENT
                        && StoppedRun.acknowledgedOnTime(world, any).isPresent());
    }

    private Verdict play(PlantedError error) throws InterruptedException {
        Cluster cluster = stage.cluster();
        Topics copy = new Topics(error.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        new TopicSetup(cluster, copy).ensure(PARTITIONS);
        recording.copyLedger(cluster, copy);
        StoredState before;
        try (ProgramProcess consumer = start(copy, "consume", "--commit-every", "100")) {
            recording.copyEvents(cluster, copy, event -> isBeforeTheDocument(event) ? event.value() : null);
            awaitNoLag(copy, consumer);
            before = stored(copy);
            if (error.isAfterTheRecord()) {
                recording.copyEvents(cluster, copy, event -> event == document.sent() ? event.value() : null);
                awaitNoLag(copy, consumer);
            }
            consumer.signal("TERM");
            consumer.exitCode();
        }
        recording.copyEvents(cluster, copy, event -> isLeft(event, error) ? event.value() : null);
        error.plant(new StoppedRun(world, copy, stage.view(), document, before, stored(copy)));
        runToEnd(copy, "consume", "--until-ended");
        try (Verification verification = new Verification(cluster, copy)) {
            return verification
                    .report(() -> RunCost.ofOnlooker(0, OptionalLong.empty()))
                    .verdict();
        }
    }

    private boolean isBeforeTheDocument(ConsumerRecord<byte[], byte[]> event) {
        return event.partition() == document.sent().partition()
                ? event.offset() < document.sent().offset()
                : recording.percentBefore(event) < FIRST_PART_PERCENT;
    }

    private boolean isLeft(ConsumerRecord<byte[], byte[]> event, PlantedError error) {
        return !isBeforeTheDocument(event) && !(error.isAfterTheRecord() && event == document.sent());
    }

    private StoredState stored(Topics copy) {
        return StoredState.read(stage.cluster(), copy, document.sent().partition());
    }

    private ProgramProcess start(Topics topics, String... arguments) {
        // each lives for seconds: nothing is gained by optimising it
        return stage.startOn(
                topics,
                List.of("-XX:TieredStopAtLevel=1"),
                Stream.concat(Stream.of(arguments), Stream.of("--fast-clients", fastClients.label()))
                        .toArray(String[]::new));
    }

    private void runToEnd(Topics topics, String... arguments) throws InterruptedException {
        try (ProgramProcess run = start(topics, arguments)) {
            if (run.exitCode() != 0) {
                throw new NoEndException(
                        arguments[0] + " ended with exit code " + run.exitCode() + ": " + run.out() + run.err());
            }
        }
    }

    private void awaitNoLag(Topics topics, ProgramProcess consumer) throws InterruptedException {
        Patience patience = new Patience();
        while (!stage.view().committed(topics.group()).equals(stage.view().ends(topics.events()))) {
            if (!consumer.isRunning() || patience.isOver(() -> stage.view().committed(topics.group()))) {
                throw new NoEndException("the consumer does not read on: " + consumer.out() + consumer.err());
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    @Override
    public void close() {
        stage.close();
    }
}
