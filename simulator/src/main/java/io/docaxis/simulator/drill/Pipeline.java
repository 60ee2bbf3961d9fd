package io.docaxis.simulator.drill;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.plan.Draws;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.NoEndException;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
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
final class Pipeline implements AutoCloseable {

    static final Topics TOPICS = new Topics("drill");

    private static final int PARTITIONS = 6;
    private static final long LOOK_EVERY_MS = 20;

    private final Stage stage;
    private final Draws draws;
    private final long events;
    private final FastClients fastClients;
    private final String[] produce;
    private final List<ConsumerProcess> consumers = new ArrayList<>();
    private ProgramProcess producer;

    private Pipeline(Stage stage, Draws draws, long events, FastClients fastClients, String[] produce) {
        this.stage = stage;
        this.draws = draws;
        this.events = events;
        this.fastClients = fastClients;
        this.produce = produce;
    }

    /**
     * Starts a broker and makes the topics.
     *
     * @param events how many there will be
     * @param fastClients of producers and consumers
     * @param produce the command that produces them, but for its speed
     */
    static Pipeline open(Draws draws, long events, FastClients fastClients, String... produce)
            throws InterruptedException {
        Stage stage = Stage.open();
        try {
            new TopicSetup(stage.cluster(), TOPICS).ensure(PARTITIONS);
            return new Pipeline(stage, draws, events, fastClients, produce);
        } catch (RuntimeException e) {
            stage.close();
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

    Stage stage() {
        return stage;
    }

    /** Every life of a consuming process so far. */
    List<ConsumerProcess> consumers() {
        return consumers;
    }

    ProgramProcess producer() {
        return producer;
    }

    ConsumerProcess startConsumer(String... options) {
        return startConsumer(stage.directory().resolve("consumer-" + (consumers.size() + 1)), options);
    }

    /** @param home where the process keeps its temporary files, those of a life before among them */
    ConsumerProcess startConsumer(Path home, String... options) {
        ConsumerProcess consumer = ConsumerProcess.start(stage, TOPICS, home, fastClients, options);
        consumers.add(consumer);
        return consumer;
    }

    /** In place of one that has ended, if there was one. */
    void startProducer(String speed, String... options) {
        if (producer != null) {
            producer.close();
        }
        producer = stage.startOn(
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
            for (ConsumerProcess consumer : consumers) {
                ready &= !consumer.isNeeded() || consumer.look();
            }
            return ready && stage.view().assigned(TOPICS.group()) == PARTITIONS;
        });
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - fromNs);
    }

    /** ClusterView up to which everything was applied and committed. */
    Map<TopicPartition, Long> committed() throws InterruptedException {
        return stage.view().committed(TOPICS.group());
    }

    /** Records that were applied and committed. */
    long applied() throws InterruptedException {
        return ClusterView.sum(committed());
    }

    Map<TopicPartition, Long> ends() throws InterruptedException {
        return stage.view().ends(TOPICS.events());
    }

    /** Records in the events topic; nothing but whole records is in it, for its producers know no transactions. */
    long records() throws InterruptedException {
        return ClusterView.sum(ends());
    }

    /** What has just happened; as soon as a broker answers, recovery can be seen. */
    InjectedFault injected(String what, long atNs) throws InterruptedException {
        return new InjectedFault(what, atNs, committed());
    }

    /** Waits until the pipeline has recovered from a fault; gives the milliseconds that took. */
    long awaitRecovery(InjectedFault injected) throws InterruptedException {
        await("something new to be committed in every partition", () -> {
            Map<TopicPartition, Long> committed = committed();
            Map<TopicPartition, Long> ends = ends();
            boolean ended = !producer.isRunning();
            return ends.entrySet().stream().allMatch(end -> {
                long now = committed.getOrDefault(end.getKey(), 0L);
                return now > injected.offsets().getOrDefault(end.getKey(), 0L) || ended && now >= end.getValue();
            });
        });
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - injected.atNs());
    }

    /** Waits for the end of the run, and compares what was concluded with the truth, as {@code verify} does. */
    RunReport conclude() throws InterruptedException {
        await("the producer to end", () -> !producer.isRunning());
        if (producer.exitCode() != 0) {
            throw failure("the producer ended with exit code " + producer.exitCode());
        }
        try (Verification verification = new Verification(stage.cluster(), TOPICS)) {
            // a run that never ends is reported as it stands: the verdict says what is missing
            awaitWhileThereIsProgress(verification::follow);
            for (ConsumerProcess consumer : consumers) {
                if (consumer.isNeeded()) {
                    consumer.look();
                }
            }
            return verification.report(() -> RunCost.ofOnlooker(0, OptionalLong.empty()));
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
        if (!stage.broker().isRunning()) {
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
        StringBuilder message = new StringBuilder(complaints("broker", stage.broker()));
        for (int i = 0; i < consumers.size(); i++) {
            message.append(complaints("consumer " + (i + 1), consumers.get(i).process()));
        }
        return message.append(producer == null ? "" : complaints("producer", producer))
                .toString();
    }

    private static String complaints(String name, ProgramProcess process) {
        return process.err().indent(2).replaceAll("(?m)^  ", "  " + name + ": ");
    }

    @Override
    public void close() {
        stage.close();
    }
}
