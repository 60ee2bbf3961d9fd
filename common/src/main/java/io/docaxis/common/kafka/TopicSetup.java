package io.docaxis.common.kafka;

import io.docaxis.common.event.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics of a prefix, identically whoever starts first, and checks those that exist. Blocking; every call is
 * bounded in time and ends in a {@link ClusterException} where the cluster does not answer.
 */
public final class TopicSetup {

    /** Partitions of the events topic where nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = 6;

    private static final String SEGMENT_BYTES = String.valueOf(32 << 20);

    private final Cluster cluster;
    private final Topics topics;

    public TopicSetup(Cluster cluster, Topics topics) {
        this.cluster = cluster;
        this.topics = topics;
    }

    /**
     * Makes sure that every topic is there.
     *
     * @param partitions of the events topic; 0: as it is, or {@link #DEFAULT_PARTITIONS}
     * @return how many partitions the events topic has
     * @throws ClusterException if the cluster does not answer, or a topic exists with other partitions
     */
    public int ensure(int partitions) {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            create(admin, partitions == 0 ? DEFAULT_PARTITIONS : partitions);
            int found = await(admin, partitions);
            return found;
        }
    }

    /** Deletes the topics of the prefix, those of the consumer's engine too, and its group; waits until they are gone. */
    public void delete() {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            List<String> doomed = admin.get(admin.ask().listTopics().names()).stream()
                    .filter(this::isOurs)
                    .sorted()
                    .toList();
            if (!doomed.isEmpty()) {
                admin.get(admin.ask().deleteTopics(doomed).all());
                awaitGone(admin, doomed);
            }
            try {
                admin.get(admin.ask()
                        .deleteConsumerGroups(List.of(topics.group()))
                        .all());
            } catch (ClusterException e) {
                if (!(e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
    }

    /** Whether the events topic exists. */
    public boolean exists() {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            return admin.get(admin.ask().listTopics().names()).contains(topics.events());
        }
    }

    private List<String> names() {
        return List.of(topics.events(), topics.deadLetters(), topics.lateness(), topics.tally(), topics.ledger());
    }

    private boolean isOurs(String topic) {
        return names().contains(topic) || topic.startsWith(topics.group() + "-");
    }

    private void create(ClusterAdmin admin, int partitions) {
        Map<String, String> kept = Map.of("retention.ms", "-1", "retention.bytes", "-1");
        Map<String, String> compacted =
                Map.of("cleanup.policy", "compact", "segment.bytes", SEGMENT_BYTES, "min.cleanable.dirty.ratio", "0.2");
        List<NewTopic> wanted = List.of(
                topic(topics.events(), partitions, kept),
                topic(topics.deadLetters(), 1, kept),
                topic(topics.lateness(), partitions, kept),
                topic(topics.tally(), 1, compacted),
                topic(topics.ledger(), 1, compacted));
        admin.ask().createTopics(wanted).values().forEach((name, future) -> {
            try {
                admin.get(future);
            } catch (ClusterException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        });
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> configs) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
    }

    /** A new topic may not be known everywhere at once: asks until all are, then checks the partitions. */
    private int await(ClusterAdmin admin, int partitions) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ClusterAdmin.TIMEOUT_S);
        while (true) {
            try {
                Map<String, TopicDescription> found =
                        admin.get(admin.ask().describeTopics(names()).allTopicNames());
                int events = found.get(topics.events()).partitions().size();
                check(topics.events(), partitions == 0 ? events : partitions, events);
                check(topics.tally(), 1, found.get(topics.tally()).partitions().size());
                check(
                        topics.ledger(),
                        1,
                        found.get(topics.ledger()).partitions().size());
                awaitLeaders(admin, found.values());
                return events;
            } catch (ClusterException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > until) {
                    throw e;
                }
                ClusterAdmin.pause();
            }
        }
    }

    /** The controller knows a new topic before its leaders do; one that answers for offsets takes records too. */
    private void awaitLeaders(ClusterAdmin admin, Collection<TopicDescription> found) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (TopicDescription topic : found) {
            topic.partitions()
                    .forEach(p -> all.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
        }
        admin.get(admin.ask().listOffsets(all).all());
    }

    private void awaitGone(ClusterAdmin admin, Collection<String> doomed) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ClusterAdmin.TIMEOUT_S);
        while (admin.get(admin.ask().listTopics().names()).stream().anyMatch(doomed::contains)) {
            if (System.nanoTime() > until) {
                throw new ClusterException("topics of prefix '" + topics.prefix() + "' are still there "
                        + ClusterAdmin.TIMEOUT_S + " s after their deletion");
            }
            ClusterAdmin.pause();
        }
    }

    private static void check(String topic, int wanted, int found) {
        if (wanted != found) {
            throw new ClusterException("topic '" + topic + "' exists with " + found + " partitions, wanted " + wanted
                    + ": use --partitions " + found + ", another --prefix, or --fresh to start over");
        }
    }
}
