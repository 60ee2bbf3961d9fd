package io.docaxis.simulator.cluster;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.consumer.stream.StreamProperties;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.producer.publish.ProducerProperties;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Has Kafka, before anything starts, make the clients of every command with a cluster's properties: it finds settings that do not go
 * together, key stores, classes and logins that are not there. The address given should be nobody's; some logins ask a server of their own.
 */
final class ClientCheck {

    private static final Topics TOPICS = new Topics("check");
    private static final String CLIENT = "docaxis-check";

    private final Cluster cluster;
    private final Set<String> problems = new LinkedHashSet<>();

    private ClientCheck(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * What Kafka does not accept, in its words.
     *
     * @param proved false: the clients are not those of the exchange, and no setting of docaxis' own wins over the user's
     * @throws ClusterException if a login asked somebody who refused or did not answer
     */
    static List<String> problems(Cluster cluster, boolean proved) {
        ClientCheck check = new ClientCheck(cluster);
        // the longest that a record waits is the hardest to bring in line with other limits
        Map<String, Object> producer = proved
                ? ProducerProperties.atFullSpeed(cluster, PreparedTopics.FULL_BATCH)
                : cluster.producer(Map.of(), Map.of());
        check.make(() -> new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer()));
        check.make(() -> Admin.create(cluster.admin(Map.of())));
        if (!proved) {
            check.make(() -> new KafkaConsumer<>(
                    cluster.consumer(Map.of("group.id", CLIENT)),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer()));
        } else if (check.problems.isEmpty()) {
            check.streams(StreamSettings.UNBOUNDED);
        }
        return List.copyOf(check.problems);
    }

    private interface Making {
        AutoCloseable make();
    }

    private void make(Making making) {
        try (AutoCloseable made = making.make()) {
            assert made != null;
        } catch (KafkaException | IllegalArgumentException e) {
            if (isRefused(e)) {
                throw new ClusterException("login failed: " + Reason.of(e), e);
            }
            problems.add(Reason.of(e));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void streams(StreamSettings settings) {
        make(() -> {
            StreamsConfig streams = new StreamsConfig(StreamProperties.of(cluster, TOPICS, settings));
            make(() -> new KafkaProducer<>(
                    streams.getProducerConfigs(CLIENT), new ByteArraySerializer(), new ByteArraySerializer()));
            make(() -> consumer(streams.getMainConsumerConfigs(TOPICS.group(), CLIENT, 0)));
            make(() -> consumer(streams.getRestoreConsumerConfigs(CLIENT)));
            return Admin.create(streams.getAdminConfigs(CLIENT));
        });
    }

    private static AutoCloseable consumer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        // the engine's own wants the engine
        all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether somebody else did not let us in: all that a file could be blamed for is that a login module is missing. */
    private static boolean isRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LoginException) {
                return !String.valueOf(cause.getMessage()).contains("LoginModule");
            }
        }
        return false;
    }
}
