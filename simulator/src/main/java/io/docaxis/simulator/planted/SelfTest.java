package io.docaxis.simulator.planted;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.FastClients;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.scenario.file.Scenarios;
import io.docaxis.simulator.outside.BrokerRun;
import io.docaxis.simulator.outside.NoEndException;
import io.docaxis.simulator.outside.Offsets;
import io.docaxis.simulator.outside.ProgramRun;
import io.docaxis.simulator.process.FileTree;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.result.Effort;
import io.docaxis.simulator.result.Verification;
import io.docaxis.simulator.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Does the verdict bite? A run is played once and copied for each error. A consumer reads the copy up to one letter, or just
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
    private final BrokerRun broker;
    private final Offsets offsets;
    private final Path directory;
    private Recording recording;
    private Letter letter;

    private SelfTest(World world, FastClients fastClients, BrokerRun broker, Path directory) {
        this.world = world;
        this.fastClients = fastClients;
        this.broker = broker;
        this.directory = directory;
        this.offsets = new Offsets(broker.cluster());
    }

    /**
     * Starts a broker for it.
     *
     * @param fastClients of producers and consumers
     */
    public static SelfTest start(long seed, FastClients fastClients) throws InterruptedException {
        World world = new World(Scenarios.read(SCENARIO).scaled(DOCUMENTS).withSeed(seed), seed);
        BrokerRun broker = BrokerRun.start();
        try {
            return new SelfTest(world, fastClients, broker, Files.createTempDirectory("docaxis-self-test-"));
        } catch (IOException e) {
            broker.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Plants every error, one at a time, nothing first; tells of each as it is judged. */
    public List<Judged> play(Consumer<Judged> listener) throws InterruptedException {
        playOrigin();
        List<Judged> judged = new ArrayList<>();
        for (PlantedError error : PlantedError.values()) {
            Judged each = new Judged(error, letter, play(error));
            judged.add(each);
            listener.accept(each);
        }
        return judged;
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
        recording = Recording.of(broker.cluster(), ORIGIN);
        letter = Letter.first(
                recording.events(),
                any -> recording.percentBefore(any.sent()) >= FIRST_PART_PERCENT / 2
                        && recording.percentBefore(any.sent()) < FIRST_PART_PERCENT
                        && Bed.acknowledgedOnTime(world, any).isPresent());
    }

    private Verdict play(PlantedError error) throws InterruptedException {
        Cluster cluster = broker.cluster();
        Topics copy = new Topics(error.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        new TopicSetup(cluster, copy).ensure(PARTITIONS);
        recording.copyLedger(cluster, copy);
        StoredState before;
        try (ProgramRun consumer = start(copy, "consume", "--commit-every", "100")) {
            recording.copyEvents(cluster, copy, event -> isBeforeTheLetter(event) ? event.value() : null);
            awaitNoLag(copy, consumer);
            before = stored(copy);
            if (error.isAfterTheRecord()) {
                recording.copyEvents(cluster, copy, event -> event == letter.sent() ? event.value() : null);
                awaitNoLag(copy, consumer);
            }
            consumer.signal("TERM");
            consumer.exitCode();
        }
        recording.copyEvents(cluster, copy, event -> isLeft(event, error) ? event.value() : null);
        error.plant(new Bed(world, copy, offsets, letter, before, stored(copy)));
        runToEnd(copy, "consume", "--until-ended");
        try (Verification verification = new Verification(cluster, copy)) {
            return verification
                    .report(() -> Effort.ofOnlooker(0, OptionalLong.empty()))
                    .verdict();
        }
    }

    private boolean isBeforeTheLetter(ConsumerRecord<byte[], byte[]> event) {
        return event.partition() == letter.sent().partition()
                ? event.offset() < letter.sent().offset()
                : recording.percentBefore(event) < FIRST_PART_PERCENT;
    }

    private boolean isLeft(ConsumerRecord<byte[], byte[]> event, PlantedError error) {
        return !isBeforeTheLetter(event) && !(error.isAfterTheRecord() && event == letter.sent());
    }

    private StoredState stored(Topics copy) {
        return StoredState.read(broker.cluster(), copy, letter.sent().partition());
    }

    private ProgramRun start(Topics topics, String... arguments) {
        // each lives for seconds: nothing is gained by optimising it
        List<String> jvmOptions = List.of("-Djava.io.tmpdir=" + directory, "-XX:TieredStopAtLevel=1");
        return broker.start(
                jvmOptions,
                topics,
                Stream.concat(Stream.of(arguments), Stream.of("--fast-clients", fastClients.label()))
                        .toArray(String[]::new));
    }

    private void runToEnd(Topics topics, String... arguments) throws InterruptedException {
        try (ProgramRun run = start(topics, arguments)) {
            if (run.exitCode() != 0) {
                throw new NoEndException(
                        arguments[0] + " ended with exit code " + run.exitCode() + ": " + run.out() + run.err());
            }
        }
    }

    private void awaitNoLag(Topics topics, ProgramRun consumer) throws InterruptedException {
        Patience patience = new Patience();
        while (!offsets.committed(topics.group()).equals(offsets.ends(topics.events()))) {
            if (!consumer.isRunning() || patience.isOver(() -> offsets.committed(topics.group()))) {
                throw new NoEndException("the consumer does not read on: " + consumer.out() + consumer.err());
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    @Override
    public void close() {
        offsets.close();
        broker.close();
        try {
            FileTree.remove(directory);
        } catch (IOException e) {
            // nothing depends on it
        }
    }
}
