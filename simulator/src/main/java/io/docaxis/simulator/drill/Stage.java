package io.docaxis.simulator.drill;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.FastClients;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.producer.plan.Draws;
import io.docaxis.simulator.outside.BrokerRun;
import io.docaxis.simulator.outside.NoEndException;
import io.docaxis.simulator.outside.Offsets;
import io.docaxis.simulator.outside.ProgramRun;
import io.docaxis.simulator.process.FileTree;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.result.Effort;
import io.docaxis.simulator.result.Report;
import io.docaxis.simulator.result.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A pipeline of processes, each the shipped program: a broker, consumers, a producer. Closing it kills them all, stopped ones
 * too, and removes what they left.
 */
final class Stage implements AutoCloseable {

    static final Topics TOPICS = new Topics("drill");

    private static final int PARTITIONS = 6;
    /** Milliseconds: often, so that progress is seen where it is. */
    private static final String COMMIT_EVERY = "500";

    private static final long LOOK_EVERY_MS = 20;

    private final Path directory;
    private final Draws draws;
    private final long events;
    private final FastClients fastClients;
    private final String[] produce;
    private final BrokerRun broker;
    private final Offsets offsets;
    private final List<ConsumerRun> consumers = new ArrayList<>();
    private ProgramRun producer;

    private Stage(
            Path directory, Draws draws, long events, FastClients fastClients, String[] produce, BrokerRun broker) {
        this.directory = directory;
        this.draws = draws;
        this.events = events;
        this.fastClients = fastClients;
        this.produce = produce;
        this.broker = broker;
        this.offsets = new Offsets(broker.cluster());
    }

    /**
     * Starts a broker and makes the topics.
     *
     * @param events how many there will be
     * @param fastClients of producers and consumers
     * @param produce the command that produces them, but for its speed
     */
    static Stage open(Draws draws, long events, FastClients fastClients, String... produce)
            throws InterruptedException {
        BrokerRun broker = BrokerRun.start();
        try {
            new TopicSetup(broker.cluster(), TOPICS).ensure(PARTITIONS);
            return new Stage(Files.createTempDirectory("docaxis-drill-"), draws, events, fastClients, produce, broker);
        } catch (IOException e) {
            broker.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    Draws draws() {
        return draws;
    }

    /** How many events there will be, once the run has ended. */
    long events() {
        return events;
    }

    BrokerRun broker() {
        return broker;
    }

    /** Every life of a consuming process so far. */
    List<ConsumerRun> consumers() {
        return consumers;
    }

    ProgramRun producer() {
        return producer;
    }

    Offsets offsets() {
        return offsets;
    }

    ConsumerRun startConsumer(String... options) {
        return startConsumer(directory.resolve("consumer-" + (consumers.size() + 1)), options);
    }

    /** @param home where the process keeps its temporary files, those of a life before among them */
    ConsumerRun startConsumer(Path home, String... options) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] command = Stream.concat(
                        Stream.of("consume", "--commit-every", COMMIT_EVERY, "--fast-clients", fastClients.label()),
                        Arrays.stream(options))
                .toArray(String[]::new);
        ConsumerRun consumer =
                new ConsumerRun(broker.start(List.of("-Djava.io.tmpdir=" + home), TOPICS, command), home);
        consumers.add(consumer);
        return consumer;
    }

    /** In place of one that has ended, if there was one. */
    void startProducer(String speed, String... options) {
        if (producer != null) {
            producer.close();
        }
        producer = broker.start(
                TOPICS,
                Stream.of(
                                Stream.of(produce),
                                Stream.of("--speed", speed, "--fast-clients", fastClients.label()),
                                Stream.of(options))
                        .flatMap(Function.identity())
                        .toArray(String[]::new));
    }

    /** Waits until every consumer is at work, and every partition given out; gives the milliseconds that took. */
    long awaitConsumers() throws InterruptedException {
        long fromNs = System.nanoTime();
        await("the consumers to be at work", () -> {
            boolean ready = true;
            for (ConsumerRun consumer : consumers) {
                ready &= !consumer.isNeeded() || consumer.look();
            }
            return ready && offsets.assigned(TOPICS.group()) == PARTITIONS;
        });
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fromNs);
    }

    /** Offsets up to which everything was applied and committed. */
    Map<TopicPartition, Long> committed() throws InterruptedException {
        return offsets.committed(TOPICS.group());
    }

    /** Records that were applied and committed. */
    long applied() throws InterruptedException {
        return Offsets.sum(committed());
    }

    Map<TopicPartition, Long> ends() throws InterruptedException {
        return offsets.ends(TOPICS.events());
    }

    /** Records in the events topic; nothing but whole records is in it, for its producers know no transactions. */
    long records() throws InterruptedException {
        return Offsets.sum(ends());
    }

    /** What has just happened; as soon as a broker answers, recovery can be seen. */
    Blow blow(String what, long atNs) throws InterruptedException {
        return new Blow(what, atNs, committed());
    }

    /** Waits until the pipeline has recovered from a blow; gives the milliseconds that took. */
    long awaitRecovery(Blow blow) throws InterruptedException {
        await("something new to be committed in every partition", () -> {
            Map<TopicPartition, Long> committed = committed();
            Map<TopicPartition, Long> ends = ends();
            boolean ended = !producer.isRunning();
            return ends.entrySet().stream().allMatch(end -> {
                long now = committed.getOrDefault(end.getKey(), 0L);
                return now > blow.standing().getOrDefault(end.getKey(), 0L) || ended && now >= end.getValue();
            });
        });
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - blow.atNs());
    }

    /** Waits for the end of the run, and compares what was concluded with the truth, as {@code verify} does. */
    Report conclude() throws InterruptedException {
        await("the producer to end", () -> !producer.isRunning());
        if (producer.exitCode() != 0) {
            throw failure("the producer ended with exit code " + producer.exitCode());
        }
        try (Verification verification = new Verification(broker.cluster(), TOPICS)) {
            // a run that never ends is reported as it stands: the verdict says what is missing
            awaitWhileThereIsProgress(verification::follow);
            for (ConsumerRun consumer : consumers) {
                if (consumer.isNeeded()) {
                    consumer.look();
                }
            }
            return verification.report(() -> Effort.ofOnlooker(0, OptionalLong.empty()));
        }
    }

    /** Something that may become true. */
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Waits for something, as long as everybody lives who should, and records come or are committed. */
    void await(String what, Condition condition) throws InterruptedException {
        if (!awaitWhileThereIsProgress(condition)) {
            throw failure("no progress for " + Patience.STANDSTILL.toSeconds() + " s, waiting for " + what);
        }
    }

    private boolean awaitWhileThereIsProgress(Condition condition) throws InterruptedException {
        Patience patience = new Patience();
        while (!condition.holds()) {
            requireAlive();
            if (patience.isOver(() -> List.of(ends(), committed()))) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        return true;
    }

    private void requireAlive() {
        if (!broker.process().isRunning()) {
            throw failure("the broker died");
        }
        for (int i = 0; i < consumers.size(); i++) {
            if (consumers.get(i).isNeeded() && !consumers.get(i).process().isRunning()) {
                throw failure("consumer " + (i + 1) + " died");
            }
        }
    }

    private NoEndException failure(String what) {
        return new NoEndException(what + "\n" + complaints());
    }

    /** What the processes have written to their error streams. */
    String complaints() {
        StringBuilder message = new StringBuilder();
        append(message, "broker", broker.process());
        for (int i = 0; i < consumers.size(); i++) {
            append(message, "consumer " + (i + 1), consumers.get(i).process());
        }
        if (producer != null) {
            append(message, "producer", producer);
        }
        return message.toString();
    }

    private static void append(StringBuilder message, String name, ProgramRun process) {
        process.err()
                .lines()
                .forEach(line -> message.append("  ")
                        .append(name)
                        .append(": ")
                        .append(line)
                        .append('\n'));
    }

    @Override
    public void close() {
        consumers.forEach(ConsumerRun::close);
        if (producer != null) {
            producer.close();
        }
        offsets.close();
        broker.close();
        try {
            FileTree.remove(directory);
        } catch (IOException e) {
            // nothing depends on it
        }
    }
}
