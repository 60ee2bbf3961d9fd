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
    public void awaitAssigned(Topics topics, int partitions, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (view().assigned(topics.group()) != partitions) {
            requireWorking("group '" + topics.group() + "' has not got its partitions", until, patience);
        }
    }

    /**
     * Waits until a process has ended well.
     *
     * @throws ChildFailedException as soon as any process of the stage has failed
     */
    public void awaitDone(ProgramProcess process, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (process.isRunning()) {
            requireWorking("process '" + process.command() + "' still runs", until, patience);
        }
        process.requireNotFailed();
    }

    /**
     * Waits until a process has printed something.
     *
     * @throws ChildFailedException as soon as any process of the stage has failed
     */
    public void awaitPrinted(ProgramProcess process, Pattern pattern, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!pattern.matcher(process.out()).find()) {
            requireWorking("process '" + process.command() + "' said nothing of '" + pattern + "'", until, patience);
        }
    }

    /** Takes a short rest, unless there is nothing left to wait for. */
    private void requireWorking(String otherwise, long untilNs, Duration patience) throws InterruptedException {
        processes.forEach(ProgramProcess::requireNotFailed);
        if (System.nanoTime() > untilNs) {
            throw new ChildFailedException(otherwise + " after " + patience.toSeconds() + " s");
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
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
