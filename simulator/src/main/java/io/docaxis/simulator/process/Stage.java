package io.docaxis.simulator.process;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A broker that nobody used before, as a process, and further commands of this program on it. The broker's data outlives its process,
 * so that it can be killed and started again. Closing the stage kills them all, stopped ones too, and removes what they left. One thread.
 */
public final class Stage implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Kafka at ([^:]+):(\\d+),");

    private final Path directory;
    private final List<ProgramProcess> commands = new ArrayList<>();
    private ProgramProcess broker;
    private Cluster cluster;
    private int port;
    private ClusterView view;

    private Stage(Path directory) {
        this.directory = directory;
    }

    /** Starts a broker on any free port; it is ready when this returns. */
    public static Stage open() throws InterruptedException {
        try {
            return open(Files.createTempDirectory("docaxis-stage-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param directory where everything on the stage leaves its files; it goes with the stage */
    public static Stage open(Path directory) throws InterruptedException {
        Stage stage = new Stage(directory);
        try {
            stage.restartBroker();
            stage.view = new ClusterView(stage.cluster);
            return stage;
        } catch (RuntimeException | InterruptedException e) {
            stage.close();
            throw e;
        }
    }

    /** Starts a broker on the same data and port, in place of one that has ended; it is ready when this returns. */
    public void restartBroker() throws InterruptedException {
        if (broker != null) {
            broker.close();
        }
        String data = directory.resolve("broker").toString();
        broker = start(List.of(), "broker", "--port", String.valueOf(port), "--keep-data", data);
        try {
            Matcher address = broker.awaitPrinted(ADDRESS);
            port = Integer.parseInt(address.group(2));
            cluster = Cluster.of(address.group(1) + ":" + port);
        } catch (ChildFailedException e) {
            throw new ClusterException("no broker: " + e.getMessage(), e);
        }
    }

    /** The broker's process, for signals and for the worst. */
    public ProgramProcess broker() {
        return broker;
    }

    public Cluster cluster() {
        return cluster;
    }

    public ClusterView view() {
        return view;
    }

    /** Where everything on the stage leaves its files. */
    public Path directory() {
        return directory;
    }

    /** Starts a command, with further options of the JVM. */
    public ProgramProcess start(List<String> jvmOptions, String... arguments) {
        ProgramProcess command = ProgramProcess.start(
                Stream.concat(Stream.of("-Djava.io.tmpdir=" + directory), jvmOptions.stream())
                        .toList(),
                arguments);
        commands.add(command);
        return command;
    }

    /** Starts a command on the topics of a prefix. */
    public ProgramProcess startOn(Topics topics, String... arguments) {
        return startOn(topics, List.of(), arguments);
    }

    /** Starts a command on the topics of a prefix, with further options of the JVM. */
    public ProgramProcess startOn(Topics topics, List<String> jvmOptions, String... arguments) {
        Stream<String> where =
                Stream.of("--bootstrap-servers", cluster.bootstrapServers(), "--prefix", topics.prefix());
        return start(jvmOptions, Stream.concat(Stream.of(arguments), where).toArray(String[]::new));
    }

    @Override
    public void close() {
        commands.forEach(ProgramProcess::close);
        if (view != null) {
            view.close();
        }
        try {
            FileTree.remove(directory);
        } catch (IOException e) {
            // nothing depends on it
        }
    }
}
