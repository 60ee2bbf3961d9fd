package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The settings of topics that are there, where they may be read: which of them nothing can be done with, and which need care. */
final class TopicSettings {

    /** Where nobody says how large a batch may be: less than anybody's limit, for a tally needs 100,000 bytes in one record. */
    private static final int CAUTIOUS_BATCH = 64 << 10;

    private static final String MAX_MESSAGE_BYTES = "max.message.bytes";
    private static final String MIN_INSYNC_REPLICAS = "min.insync.replicas";
    private static final String RETENTION_MS = "retention.ms";
    private static final String OLDEST_TIMESTAMP_MS = "message.timestamp.before.max.ms";
    private static final long DAY_MS = 86_400_000;

    /** The largest record of all is the sketch of a tally, with what a batch has beside it. */
    private static final int LARGEST_RECORD = 99_000;

    private final Map<String, Config> settings = new HashMap<>();
    private final int asked;

    private TopicSettings(int asked) {
        this.asked = asked;
    }

    /** Asks for the settings of topics; those that may not be read are passed over. */
    static TopicSettings read(ClusterAdmin admin, Collection<String> names) {
        TopicSettings read = new TopicSettings(names.size());
        Map<ConfigResource, KafkaFuture<Config>> answers = admin.ask()
                .describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .values();
        answers.forEach((resource, answer) -> {
            try {
                read.settings.put(resource.name(), admin.get(answer));
            } catch (ClusterException e) {
                if (!(e.getCause() instanceof TopicAuthorizationException)
                        && !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        });
        return read;
    }

    /** The largest batch that every topic takes. */
    int batchBytes() {
        if (settings.size() < asked) {
            return CAUTIOUS_BATCH;
        }
        return (int) settings.keySet().stream()
                .mapToLong(topic -> number(topic, MAX_MESSAGE_BYTES, PreparedTopics.FULL_BATCH))
                .reduce(PreparedTopics.FULL_BATCH, Math::min);
    }

    /** Why a topic cannot be used as it is set, in words. */
    List<String> unfit(TopicSpec form, TopicDescription found) {
        List<String> unfit = new ArrayList<>();
        String topic = form.name();
        String policy = value(topic, TopicSpec.CLEANUP_POLICY);
        if (policy != null && !form.policies().contains(policy)) {
            unfit.add("topic '" + topic + "' has " + TopicSpec.CLEANUP_POLICY + "=" + policy + ", wanted "
                    + String.join(" or ", new TreeSet<>(form.policies())));
        }
        int replicas = found.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(1);
        long inSync = number(topic, MIN_INSYNC_REPLICAS, 1);
        if (inSync > replicas) {
            unfit.add("topic '" + topic + "' has " + MIN_INSYNC_REPLICAS + "=" + inSync + " and " + replicas
                    + (replicas == 1 ? " replica" : " replicas") + ": nothing can be written to it");
        }
        long largest = number(topic, MAX_MESSAGE_BYTES, PreparedTopics.FULL_BATCH);
        if (largest < LARGEST_RECORD) {
            unfit.add("topic '" + topic + "' has " + MAX_MESSAGE_BYTES + "=" + largest + ", wanted " + LARGEST_RECORD
                    + " or more");
        }
        return unfit;
    }

    /** What may go wrong with a topic as it is set, in words. */
    List<String> doubtful(TopicSpec form) {
        List<String> doubtful = new ArrayList<>();
        String topic = form.name();
        long keptMs = number(topic, RETENTION_MS, -1);
        if (form.policies().contains("delete") && keptMs >= 0 && keptMs < DAY_MS) {
            doubtful.add("topic '" + topic + "' has " + RETENTION_MS + "=" + keptMs
                    + ": what is not read by then is lost; 'kafka-configs.sh --alter' sets another");
        }
        long oldestMs = number(topic, OLDEST_TIMESTAMP_MS, Long.MAX_VALUE);
        if (oldestMs < DAY_MS) {
            doubtful.add("topic '" + topic + "' has " + OLDEST_TIMESTAMP_MS + "=" + oldestMs
                    + ": a consumer that is further behind than that will stop");
        }
        return doubtful;
    }

    private long number(String topic, String name, long otherwise) {
        String value = value(topic, name);
        return value == null ? otherwise : Long.parseLong(value);
    }

    private String value(String topic, String name) {
        Config config = settings.get(topic);
        ConfigEntry entry = config == null ? null : config.get(name);
        return entry == null ? null : entry.value();
    }
}
