package io.docaxis.simulator.broker;

import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Kafka's own server, broker and KRaft controller, in this process, on loopback only. Ready when {@link #start} returns.
 *
 * <p>Kafka ends the JVM by itself when its disk is full or a log directory fails. Here that becomes a call of the listener
 * given to {@link #start}, from whatever thread it happened in.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int TRIES = 3;
    private static final long STOP_MS = 10_000;

    private final KafkaRaftServer server;
    private final BrokerDirectory directory;
    private final BrokerFailure failure;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, BrokerDirectory directory, BrokerFailure failure, int port) {
        this.server = server;
        this.directory = directory;
        this.failure = failure;
        this.port = port;
    }

    /**
     * Starts a broker.
     *
     * @param onFailure told, once, what a user has to know when the broker can no longer work; it should end the process
     * @throws ClusterException if the port is held, or the directory cannot be written to, is in use or its disk is full
     */
    public static EmbeddedBroker start(BrokerSettings settings, Consumer<String> onFailure) {
        BrokerDirectory directory = BrokerDirectory.open(settings.directory());
        BrokerFailure failure = new BrokerFailure(directory, onFailure);
        try {
            return failure.startThreads(() -> start(settings, directory, failure));
        } catch (RuntimeException | Error e) {
            failure.close();
            directory.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(BrokerSettings settings, BrokerDirectory directory, BrokerFailure failure) {
        int wantedPort = settings.port();
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort == 0 ? freePort() : wantedPort;
            requireFree(port);
            try {
                return new EmbeddedBroker(
                        startServer(directory.path(), port, settings.further()), directory, failure, port);
            } catch (ClusterException e) {
                // between asking for a free port and taking it, somebody else may have taken it
                if (wantedPort != 0 || attempt == TRIES || !isPortHeld(e)) {
                    throw e;
                }
            }
        }
    }

    private static KafkaRaftServer startServer(Path directory, int port, Map<String, String> further) {
        KafkaRaftServer server = null;
        try {
            Map<String, String> properties = BrokerProperties.of(directory, port, freePort(), wasKilled(directory));
            properties.putAll(further);
            format(directory);
            server = new KafkaRaftServer(KafkaConfig.fromProps(asProperties(properties)), Time.SYSTEM);
            server.startup();
            return server;
        } catch (Exception e) {
            if (server != null) {
                server.shutdown();
            }
            throw new ClusterException(startMessage(directory, port, e), e);
        }
    }

    /** A broker that stops in good order leaves a file that says so. */
    private static boolean wasKilled(Path directory) {
        return Files.exists(directory.resolve("meta.properties"))
                && !Files.exists(directory.resolve(".kafka_cleanshutdown"));
    }

    /** Writes what Kafka wants to find in a new data directory; one that has it is used as it is. */
    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        }
    }

    /** Host and port, as clients take it. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Where its data lies. */
    public Path directory() {
        return directory.path();
    }

    /** Why the broker can no longer work; empty while it can. */
    public Optional<String> failure() {
        return failure.message();
    }

    /** Nobody needs the broker any more: what goes wrong with it from now on is of no interest. */
    public void disregard() {
        failure.close();
    }

    /**
     * Stops the broker and removes its data unless it is kept. A broker that has failed may never stop: its threads, which
     * are Kafka's, are then left to the end of the process.
     */
    @Override
    public void close() {
        failure.close();
        Thread stopping = failure.startThreads(() -> new Thread(this::stop, "docaxis-broker-stop"));
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        directory.close();
    }

    private void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new ClusterException(
                    "broker port " + port + " is held by another process (" + e.getMessage()
                            + "); choose another, or leave it out for a free one",
                    e);
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new ClusterException("no free port on loopback: " + e.getMessage(), e);
        }
    }

    private static boolean isPortHeld(Throwable e) {
        return Causes.any(
                e,
                cause -> cause instanceof java.net.BindException
                        || String.valueOf(cause.getMessage()).contains("failed to bind"));
    }

    private static String startMessage(Path directory, int port, Exception e) {
        if (isPortHeld(e)) {
            return "broker port " + port
                    + " is held by another process; choose another, or leave it out for a free one";
        }
        String message = Reason.of(e);
        if (message.contains(".lock")) {
            return "broker data: another broker is using '" + directory + "'; stop it, or choose another directory";
        }
        return "the embedded broker did not start in '" + directory + "': " + message;
    }

    private static java.util.Properties asProperties(Map<String, String> map) {
        java.util.Properties properties = new java.util.Properties();
        properties.putAll(map);
        return properties;
    }
}
