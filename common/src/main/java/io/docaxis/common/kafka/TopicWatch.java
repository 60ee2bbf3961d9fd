package io.docaxis.common.kafka;

import io.docaxis.common.event.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        names = TopicForm.of(topics).stream().map(TopicForm::name).toList();
    }

    /**
     * Looks; empty where the cluster does not answer.
     *
     * @throws ClusterException if a topic is gone, is another, has grown, or may not be read
     */
    public Optional<EventLog> look() {
        try {
            TopicsSeen seen = TopicsSeen.of(admin, names);
            requireReadable(seen);
            requireSame(seen);
            Map<String, TopicDescription> found = seen.found();
            known.putAll(found);
            List<TopicPartition> partitions = found.get(topics.events()).partitions().stream()
                    .map(partition -> new TopicPartition(topics.events(), partition.partition()))
                    .toList();
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

    private void requireSame(TopicsSeen seen) {
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

    private void requireReadable(TopicsSeen seen) {
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
        if (!lacking.isEmpty()) {
            throw Refusal.of(lacking, null);
        }
    }

    private SortedMap<Integer, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        admin.get(admin.ask().listOffsets(asked).all())
                .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
        return offsets;
    }

    @Override
    public void close() {
        admin.close();
    }
}
