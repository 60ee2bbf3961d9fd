package io.docaxis.simulator.outside;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.simulator.process.FileTree;
import io.docaxis.simulator.process.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shipped program's broker as a process, and commands against it as further ones. Its data outlives the process, so that
 * it can be killed and started again; both go when this is closed.
 */
public final class BrokerRun implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Kafka at ([^:]+):(\\d+),");
    private static final long LOOK_EVERY_MS = 20;

    private final Path data;
    private ProgramRun process;
    private String servers;
    private int port;

    private BrokerRun(Path data) {
        this.data = data;
    }

    /** Starts a broker on any free port; it is ready when this returns. */
    public static BrokerRun start() throws InterruptedException {
        try {
            BrokerRun broker = new BrokerRun(Files.createTempDirectory("docaxis-broker-run-"));
            try {
                broker.restart();
                return broker;
            } catch (RuntimeException | InterruptedException e) {
                broker.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process on the same data and port, in place of one that has ended; it is ready when this returns. */
    public void restart() throws InterruptedException {
        if (process != null) {
            process.close();
        }
        process = ProgramRun.start(List.of(), "broker", "--port", String.valueOf(port), "--keep-data", data.toString());
        Matcher address = ADDRESS.matcher("");
        Patience patience = new Patience();
        while (!address.reset(process.out()).find()) {
            if (!process.isRunning() || patience.isOver()) {
                throw new ClusterException("the broker process did not start: " + process.out() + process.err());
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        port = Integer.parseInt(address.group(2));
        servers = address.group(1) + ":" + port;
    }

    /** The process, for signals and for the worst. */
    public ProgramRun process() {
        return process;
    }

    public Cluster cluster() {
        return Cluster.of(servers);
    }

    /** Starts a command on the topics of a prefix. */
    public ProgramRun start(Topics topics, String... arguments) {
        return start(List.of(), topics, arguments);
    }

    /** Starts a command on the topics of a prefix, with further options of the JVM. */
    public ProgramRun start(List<String> jvmOptions, Topics topics, String... arguments) {
        return ProgramRun.start(
                jvmOptions,
                Stream.concat(
                                Arrays.stream(arguments),
                                Stream.of("--bootstrap-servers", servers, "--prefix", topics.prefix()))
                        .toArray(String[]::new));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        try {
            FileTree.remove(data);
        } catch (IOException e) {
            // nothing depends on it
        }
    }
}
