package io.docaxis.simulator.cluster;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.BootstrapConfiguration;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.LogContext;

/**
 * Asks the brokers of a cluster, each at its own address, whether they answer, and says which does not, and why. Kafka's clients only
 * say that time ran out. It has connections of its own, made and secured as theirs are, and needs no rights. One thread at a time.
 */
final class BrokerProbe implements AutoCloseable {

    /** What is wrong, and whether time may mend it. */
    record Problem(String what, boolean passing) {}

    /** A broker does not answer. */
    private static final class SilentException extends IOException {
        private static final long serialVersionUID = 1L;

        SilentException(String why) {
            super(why);
        }
    }

    private static final String CLIENT = "docaxis-probe";
    private static final int MOST_BYTES = 16 << 20;
    private static final int AGAIN_MS = 50;

    private final Cluster cluster;
    private final List<BootstrapServers.Address> servers;
    private final boolean secured;
    private final int patienceMs;
    private final Metrics metrics = new Metrics();
    private final NetworkClient client;
    /** As they are advertised; empty until one has answered. */
    private List<Node> brokers = List.of();
    /** Wall clock; nothing new is begun after it. */
    private long untilMs;

    /**
     * Connects to nobody yet.
     *
     * @param patience with each step: a connection, a login, an answer
     * @throws ClusterException if no client can be made with the cluster's properties
     */
    BrokerProbe(Cluster cluster, Duration patience) {
        this.cluster = cluster;
        servers = BootstrapServers.parse("bootstrap.servers", cluster.bootstrapServers())
                .apart();
        patienceMs = Math.toIntExact(patience.toMillis());
        try {
            AdminClientConfig settings = new AdminClientConfig(cluster.admin(Map.of(
                    "request.timeout.ms", patienceMs,
                    "default.api.timeout.ms", patienceMs)));
            secured = settings.getString(AdminClientConfig.SECURITY_PROTOCOL_CONFIG)
                    .endsWith("SSL");
            client = client(settings);
        } catch (KafkaException e) {
            metrics.close();
            throw new ClusterException("no Kafka client for '" + cluster + "': " + Reason.of(e), e);
        }
    }

    /** Kafka's, but that it makes no room for what cannot be an answer: the first letters of a web server's are a gigabyte. */
    private NetworkClient client(AdminClientConfig settings) {
        Selector selector = new Selector(
                MOST_BYTES,
                settings.getLong(AdminClientConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG),
                metrics,
                Time.SYSTEM,
                CLIENT,
                Map.of(),
                true,
                ClientUtils.createChannelBuilder(settings, Time.SYSTEM, new LogContext()),
                new LogContext());
        return new NetworkClient(
                selector,
                new ManualMetadataUpdater(),
                CLIENT,
                1,
                AGAIN_MS,
                AGAIN_MS,
                settings.getInt(AdminClientConfig.SEND_BUFFER_CONFIG),
                settings.getInt(AdminClientConfig.RECEIVE_BUFFER_CONFIG),
                patienceMs,
                patienceMs,
                patienceMs,
                Time.SYSTEM,
                true,
                new ApiVersions(),
                new LogContext(),
                MetadataRecoveryStrategy.NONE,
                BootstrapConfiguration.DISABLED,
                false);
    }

    /**
     * What is wrong with the cluster now; empty if every broker of it answers.
     *
     * @param atMostMs milliseconds that this may take, but for a little
     */
    Optional<Problem> ask(long atMostMs) {
        untilMs = System.currentTimeMillis() + atMostMs;
        List<String> silent = new ArrayList<>();
        boolean passing = false;
        for (Node node : candidates()) {
            try {
                brokers = List.copyOf(brokers(node));
                return askEach(node);
            } catch (SilentException e) {
                passing |= !e.getMessage().equals(SilenceDiagnosis.UNRESOLVED);
                silent.add((servers.size() > 1 ? node.host() + ":" + node.port() + ": " : "") + e.getMessage());
            } catch (IOException | KafkaException e) {
                return Optional.of(new Problem(
                        "Kafka at '" + cluster + "' does not let docaxis in: " + Reason.of(e),
                        !(e instanceof AuthenticationException)));
            }
        }
        String why = String.join("; ", silent.stream().distinct().toList());
        return Optional.of(new Problem("no Kafka broker answers at '" + cluster + "': " + why, passing));
    }

    /** Whoever may know which brokers there are: those that answered before, then those that the user named. */
    private List<Node> candidates() {
        List<Node> candidates = new ArrayList<>(brokers);
        for (int i = 0; i < servers.size(); i++) {
            BootstrapServers.Address address = servers.get(i);
            if (brokers.stream()
                    .noneMatch(node -> node.host().equals(address.host()) && node.port() == address.port())) {
                candidates.add(new Node(-1 - i, address.host(), address.port()));
            }
        }
        return candidates;
    }

    private Optional<Problem> askEach(Node asked) {
        for (Node broker : brokers) {
            if (broker.id() == asked.id()) {
                continue;
            }
            try {
                brokers(broker);
            } catch (IOException | KafkaException e) {
                return Optional.of(new Problem(
                        "broker " + broker.id() + " of the cluster at '" + cluster + "' is advertised as '"
                                + broker.host() + ":" + broker.port() + "', which does not answer: " + Reason.of(e),
                        !(e instanceof AuthenticationException)));
            }
        }
        return Optional.empty();
    }

    /** Asks which brokers there are, which everybody may. */
    private Collection<Node> brokers(Node node) throws IOException {
        boolean ready;
        try {
            long left = Math.max(1, untilMs - System.currentTimeMillis());
            ready = NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, Math.min(patienceMs, left));
        } catch (AuthenticationException e) {
            throw e;
        } catch (IOException e) {
            throw new SilentException(SilenceDiagnosis.closed(node, secured));
        }
        if (!ready) {
            client.close(node.idString());
            throw new SilentException(SilenceDiagnosis.open(node));
        }
        ClientRequest question = client.newClientRequest(
                node.idString(),
                new MetadataRequest.Builder(List.of(), false),
                System.currentTimeMillis(),
                true,
                patienceMs,
                null);
        try {
            MetadataResponse answer =
                    (MetadataResponse) NetworkClientUtils.sendAndReceive(client, question, Time.SYSTEM)
                            .responseBody();
            return answer.brokers();
        } catch (IOException e) {
            throw new SilentException(
                    "it took the question, but did not answer; does it want a login (security.protocol, sasl.mechanism)?");
        }
    }

    @Override
    public void close() {
        client.close();
        metrics.close();
    }
}
