package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Looks after the topics of a prefix while they are in use: whether they are still the same, and may still be read. One thread at a
 * time; a look takes some round trips, and seconds where the cluster does not answer.
 */
public final class TopicWatch implements AutoCloseable {

    /**
     * Where each partition of the events topic begins and ends.
     *
     * @param starts offset of the oldest record that is still there
     * @param ends offset of the next record
     */
    public record EventLog(SortedMap<Integer, Long> starts, SortedMap<Integer, Long> ends) {}

    private final Topics topics;
    private final ClusterAdmin admin;
    private final List<String> names;
    /** As seen first. */
    private final Map<String, TopicDescription> known = new LinkedHashMap<>();

    public TopicWatch(Cluster cluster, Topics topics) {
        this.topics = topics;
        admin = new ClusterAdmin(cluster);
        names = TopicSpec.of(topics).stream().map(TopicSpec::name).toList();
    }

    /**
     * Looks; empty where the cluster does not answer.
     *
     * @throws ClusterException if a topic is gone, is another, has grown, or may not be read
     */
    public Optional<EventLog> look() {
        try {
            DescribedTopics seen = DescribedTopics.of(admin, names);
            requireReadable(seen);
            requireSame(seen);
            Map<String, TopicDescription> found = seen.found();
            known.putAll(found);
            List<TopicPartition> partitions = ClusterAdmin.partitions(found.get(topics.events()));
            return Optional.of(
                    new EventLog(offsets(partitions, OffsetSpec.earliest()), offsets(partitions, OffsetSpec.latest())));
        } catch (ClusterException e) {
            // such a failure says nothing about the topics
            if (e.getCause() instanceof RetriableException
                    || e.getCause() instanceof java.util.concurrent.TimeoutException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void requireSame(DescribedTopics seen) {
        known.forEach((name, before) -> {
            TopicDescription now = seen.found().get(name);
            if (seen.hidden().contains(name)) {
                return;
            }
            if (now == null || !now.topicId().equals(before.topicId())) {
                throw new ClusterException("topic '" + name + "' was deleted" + (now == null ? "" : " and made anew")
                        + " while it was in use: what it held is lost");
            }
            if (now.partitions().size() != before.partitions().size()) {
                throw new ClusterException("topic '" + name + "' has grown from "
                        + before.partitions().size() + " to " + now.partitions().size()
                        + " partitions while it was in use: begin anew with another --prefix, or --fresh");
            }
        });
    }

    private void requireReadable(DescribedTopics seen) {
        List<Right> lacking = new ArrayList<>();
        for (String name : List.of(topics.events(), topics.tally())) {
            TopicDescription topic = seen.found().get(name);
            if (topic == null && !seen.hidden().contains(name)) {
                throw new ClusterException(
                        "topic '" + name + "' was deleted while it was in use: what it held is lost");
            }
            if (topic == null || Rights.isRefused(AclOperation.READ, topic.authorizedOperations())) {
                lacking.add(Right.onTopic(AclOperation.READ, name));
            }
        }
        Refusal.requireNone(lacking);
    }

    private SortedMap<Integer, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        admin.offsets(partitions, which).forEach((partition, offset) -> offsets.put(partition.partition(), offset));
        return offsets;
    }

    @Override
    public void close() {
        admin.close();
    }
}
