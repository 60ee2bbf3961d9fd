package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.simulator.process.Child;
import io.docaxis.simulator.process.ChildFailedException;
import io.docaxis.simulator.process.Meter;
import io.docaxis.simulator.process.Patience;
import io.docaxis.simulator.process.Program;
import io.docaxis.simulator.process.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where one lap runs: a broker that nobody used before, as a process of its own, and room for a generator and a consumer
 * beside it. Closing it ends them all. One thread.
 */
public final class Stage implements AutoCloseable {

    public static final String BROKER = "broker";
    public static final String GENERATOR = "generator";
    public static final String CONSUMER = "consumer";
    static final String VERDICT = "verdict";

    private static final Pattern ADDRESS = Pattern.compile("Kafka at (\\S+),");
    private static final long LOOK_EVERY_MS = 10;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Program program;
    private final Path directory;
    private final Meter meter = Meter.started();
    private final List<Child> children = new ArrayList<>();
    private final Child broker;
    private final Cluster cluster;
    private final Marks marks;

    /** Starts the broker; ready when this returns. */
    public Stage(Program program, Path directory) throws InterruptedException {
        this.program = program;
        this.directory = directory;
        try {
            broker = start(BROKER, List.of(), BROKER, "--port", "0");
            cluster =
                    Cluster.of(broker.awaitPrinted(ADDRESS, Patience.STANDSTILL).group(1));
            marks = new Marks(cluster);
        } catch (RuntimeException | InterruptedException e) {
            killAll();
            throw e;
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    public Marks marks() {
        return marks;
    }

    public Path directory() {
        return directory;
    }

    /** Makes the topics of a prefix as the pipeline does, and gives the partitions of its events. */
    public int topics(Topics topics) {
        return new TopicSetup(cluster, topics).ensure(0);
    }

    /** Starts a command of this program and follows what it uses under the name of its role. */
    public Child start(String role, List<String> jvmOptions, String... arguments) {
        List<String> options = Stream.concat(
                        // so that whatever a process leaves behind goes with the session's directory
                        Stream.of("-Djava.io.tmpdir=" + directory), jvmOptions.stream())
                .toList();
        Child child = Child.start(role, directory, program.command(options, List.of(arguments)));
        children.add(child);
        meter.follow(role, child.pid());
        return child;
    }

    /** Starts a command that works on this stage's cluster and a prefix. */
    public Child startOn(Topics topics, String role, List<String> jvmOptions, String... arguments) {
        return start(
                role,
                jvmOptions,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--bootstrap-servers", cluster.bootstrapServers(), "--prefix", topics.prefix()))
                        .toArray(String[]::new));
    }

    /** Waits until the members of a prefix' group have all partitions of its events between them. */
    public void awaitAssigned(Topics topics, int partitions, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!marks.isAssigned(topics.group(), partitions)) {
            requireWorking("group '" + topics.group() + "' has not got its partitions", until, patience);
        }
    }

    /**
     * Waits until a process has ended well.
     *
     * @throws ChildFailedException as soon as any process of the stage has failed
     */
    public void awaitDone(Child child, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (child.isAlive()) {
            requireWorking("process '" + child.name() + "' still runs", until, patience);
        }
        child.requireNotFailed();
    }

    /**
     * Waits until a process has printed something.
     *
     * @throws ChildFailedException as soon as any process of the stage has failed
     */
    public void awaitPrinted(Child child, Pattern pattern, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!pattern.matcher(child.out()).find()) {
            requireWorking("process '" + child.name() + "' said nothing of '" + pattern + "'", until, patience);
        }
    }

    /** Takes a short rest, unless there is nothing left to wait for. */
    private void requireWorking(String otherwise, long untilNs, Duration patience) throws InterruptedException {
        children.forEach(Child::requireNotFailed);
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
        marks.close();
        try {
            // the broker takes its data along if it is asked to end
            broker.stop(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            killAll();
        }
    }

    private void killAll() {
        children.forEach(Child::close);
    }
}
