package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as docaxis needs it.
 *
 * @param name its name
 * @param partitions what it must have; 0: any number
 * @param made with how many partitions it is made; 0: as many as the events topic
 * @param policies values of {@code cleanup.policy} with which it can be used
 * @param settings with which it is made
 */
record TopicSpec(String name, int partitions, int made, Set<String> policies, Map<String, String> settings) {

    static final String CLEANUP_POLICY = "cleanup.policy";
    private static final String DELETE = "delete";
    private static final String COMPACT = "compact";

    /** Deleted by nobody but its owner; the policy is said, for a cluster's default may be another. */
    private static final Map<String, String> KEPT =
            Map.of(CLEANUP_POLICY, DELETE, "retention.ms", "-1", "retention.bytes", "-1");

    /** Small segments, so that little is read that a later record replaces. */
    private static final Map<String, String> COMPACTED = Map.of(
            CLEANUP_POLICY, COMPACT, "segment.bytes", String.valueOf(32 << 20), "min.cleanable.dirty.ratio", "0.2");

    /** The topics of a prefix that docaxis makes, all alike whoever makes them. */
    static List<TopicSpec> of(Topics topics) {
        return List.of(
                new TopicSpec(topics.events(), 0, 0, Set.of(DELETE), KEPT),
                new TopicSpec(topics.deadLetters(), 0, 1, Set.of(DELETE), KEPT),
                // few of its records are ever replaced, so it is not worth compacting often
                new TopicSpec(topics.lateness(), 0, 0, Set.of(COMPACT), Map.of(CLEANUP_POLICY, COMPACT)),
                new TopicSpec(topics.tally(), 1, 1, Set.of(COMPACT), COMPACTED),
                new TopicSpec(topics.ledger(), 1, 1, Set.of(COMPACT), COMPACTED));
    }

    /** The topic that Kafka Streams makes by itself. */
    static TopicSpec changelog(Topics topics, int partitions) {
        return new TopicSpec(topics.changelog(), partitions, partitions, Set.of(COMPACT), Map.of());
    }

    /** @param events how many partitions the events topic has */
    NewTopic asNew(int events) {
        return new NewTopic(name, Optional.of(made == 0 ? events : made), Optional.empty()).configs(settings);
    }
}
