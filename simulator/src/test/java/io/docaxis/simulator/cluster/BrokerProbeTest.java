package io.docaxis.simulator.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses where no Kafka is. */
class BrokerProbeTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    /** What somebody does with a connection. */
    private interface Manner {
        void treat(Socket connection) throws IOException;
    }

    private static final Manner SILENT = connection -> {};
    private static final Manner CLOSING = Socket::close;
    private static final Manner CHATTY = connection -> {
        connection.getInputStream().read(new byte[64]);
        connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.close();
    };
    private static final Manner GREETING = connection -> {
        connection.getOutputStream().write("SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.US_ASCII));
        connection.close();
    };

    private final List<ServerSocket> servers = new ArrayList<>();

    static Stream<Arguments> manners() {
        return Stream.of(
                Arguments.of(SILENT, Map.of(), "it accepts connections and says nothing"),
                Arguments.of(CLOSING, Map.of(), "it accepts connections and closes them"),
                Arguments.of(CHATTY, Map.of(), "it answers, but not as a Kafka broker does"),
                Arguments.of(GREETING, Map.of(), "it answers, but not as a Kafka broker does"),
                Arguments.of(SILENT, Map.of("security.protocol", "SSL"), "it accepts connections and says nothing"),
                Arguments.of(CHATTY, Map.of("security.protocol", "SSL"), "SSL handshake failed: "));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void saysWhatTheAddressDoesInstead(Manner manner, Map<String, String> properties, String what) throws IOException {
        String address = serve(manner);

        assertThat(ask(new Cluster(address, properties)))
                .contains("'" + address + "'")
                .contains(what);
    }

    @Test
    void saysThatNobodyIsThere() {
        assertThat(ask(Cluster.of("127.0.0.1:1")))
                .isEqualTo("no Kafka broker answers at '127.0.0.1:1': connection refused");
    }

    @Test
    void saysThatAHostDoesNotResolveWithoutWaiting() {
        assertThatThrownBy(() -> ClusterWatch.open(Cluster.of("no.such.host.invalid:9092"), Duration.ofHours(1)))
                .isInstanceOf(ClusterException.class)
                .hasMessage("no Kafka broker answers at 'no.such.host.invalid:9092': its host does not resolve");
    }

    @Test
    void saysItOfEachAddress() throws IOException {
        String silent = serve(SILENT);

        assertThat(ask(Cluster.of("127.0.0.1:1," + silent)))
                .contains("127.0.0.1:1: connection refused; " + silent + ": it accepts connections and says nothing");
    }

    @Test
    void saysSinceWhenItAsksAndWhat() throws IOException {
        String address = serve(SILENT);

        assertThatThrownBy(() -> ClusterWatch.open(Cluster.of(address), Duration.ofSeconds(2)))
                .isInstanceOf(ClusterException.class)
                .hasMessageMatching(
                        "no Kafka broker answers at '" + address
                                + "': it accepts connections and says nothing; asked which brokers there are since [0-9:]+, for \\d+ s");
    }

    @Test
    void doesNotKeepWhoWaitsForBrokersFromStarting() throws IOException {
        String address = serve(CLOSING);

        try (ClusterWatch watch = ClusterWatch.openUnanswered(Cluster.of(address))) {
            assertThat(watch.news().orElseThrow())
                    .contains("'" + address + "'", "; asked which brokers there are since ");
        }
        assertThatThrownBy(() -> ClusterWatch.openUnanswered(Cluster.of("no.such.host.invalid:9092")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("its host does not resolve");
    }

    private static String ask(Cluster cluster) {
        try (BrokerProbe probe = new BrokerProbe(cluster, PATIENCE)) {
            return probe.ask(3 * PATIENCE.toMillis()).orElseThrow().what();
        }
    }

    /** Listens, until the test has ended. */
    private String serve(Manner manner) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread thread = new Thread(() -> {
            List<Socket> kept = new ArrayList<>();
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    kept.add(connection);
                    manner.treat(connection);
                } catch (IOException e) {
                    // the other side has gone, or the test has ended
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return "127.0.0.1:" + server.getLocalPort();
    }

    @AfterEach
    void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
    }
}
