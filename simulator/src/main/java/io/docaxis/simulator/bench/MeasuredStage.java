package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.Meter;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import io.docaxis.simulator.process.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A stage on which it is measured what each process uses, by its role: the broker, a generator and a consumer beside it. Any of them
 * that fails ends every wait. One thread.
 */
public final class MeasuredStage implements AutoCloseable {

    public static final String BROKER = "broker";
    public static final String GENERATOR = "generator";
    public static final String CONSUMER = "consumer";
    static final String VERDICT = "verdict";

    /** What takes longer hangs. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final long LOOK_EVERY_MS = 10;

    private final Stage stage;
    private final Meter meter = Meter.started();
    private final List<ProgramProcess> processes = new ArrayList<>();

    /** Starts the broker; ready when this returns. */
    public MeasuredStage(Path directory) throws InterruptedException {
        try {
            stage = Stage.open(directory);
        } catch (RuntimeException | InterruptedException e) {
            meter.close();
            throw e;
        }
        follow(BROKER, stage.broker());
    }

    public Cluster cluster() {
        return stage.cluster();
    }

    public ClusterView view() {
        return stage.view();
    }

    public Path directory() {
        return stage.directory();
    }

    /** Makes the topics of a prefix as the pipeline does, and gives the partitions of its events. */
    public int topics(Topics topics) {
        return new TopicSetup(cluster(), topics).ensure(0);
    }

    /** Starts a command of this program and follows what it uses under the name of its role. */
    public ProgramProcess start(String role, List<String> jvmOptions, String... arguments) {
        return follow(role, stage.start(jvmOptions, arguments));
    }

    /** Starts a command that works on this stage's cluster and a prefix. */
    public ProgramProcess startOn(Topics topics, String role, List<String> jvmOptions, String... arguments) {
        return follow(role, stage.startOn(topics, jvmOptions, arguments));
    }

    private ProgramProcess follow(String role, ProgramProcess process) {
        processes.add(process);
        meter.follow(role, process.pid());
        return process;
    }

    /** Waits until the members of a prefix' group have all partitions of its events between them. */
    public void awaitAssigned(Topics topics, int partitions) throws InterruptedException {
        await(
                "group '" + topics.group() + "' to get its partitions",
                () -> view().assigned(topics.group()) == partitions);
    }

    /** Waits until a process has ended well. */
    public void awaitDone(ProgramProcess process) throws InterruptedException {
        await("process '" + process.command() + "' to end", () -> !process.isRunning());
        process.requireNotFailed();
    }

    /** Waits until a process has printed something. */
    public void awaitPrinted(ProgramProcess process, Pattern pattern) throws InterruptedException {
        await(
                "process '" + process.command() + "' to say '" + pattern + "'",
                () -> pattern.matcher(process.out()).find());
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** @throws ChildFailedException as soon as any process of the stage has failed */
    private void await(String what, Condition condition) throws InterruptedException {
        for (long until = System.nanoTime() + PATIENCE.toNanos(); !condition.holds(); ) {
            processes.forEach(ProgramProcess::requireNotFailed);
            if (System.nanoTime() > until) {
                throw new ChildFailedException("waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** What the stage's processes used between two instants. */
    public Usage usage(long fromMs, long toMs) {
        return meter.between(fromMs, toMs);
    }

    @Override
    public void close() {
        meter.close();
        stage.close();
    }
}
