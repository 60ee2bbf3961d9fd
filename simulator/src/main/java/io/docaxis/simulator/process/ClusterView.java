package io.docaxis.simulator.process;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where the partitions of a topic end and how far a group has committed them; and how to meddle with either side's position.
 * Every question is asked again until a broker answers or the patience of Kafka's client ends.
 */
public final class ClusterView implements AutoCloseable {

    private static final long ASK_AGAIN_MS = 50;
    private static final long FIRST_WITHIN_S = 30;

    private final Cluster cluster;
    private final Admin admin;

    public ClusterView(Cluster cluster) {
        this.cluster = cluster;
        // a broker that comes back is noticed at once
        admin = Admin.create(cluster.client(
                Map.of("reconnect.backoff.max.ms", 50, "retry.backoff.ms", 50, "retry.backoff.max.ms", 50)));
    }

    /** The offset that the next record of each partition will have. */
    public Map<TopicPartition, Long> ends(String topic) throws InterruptedException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        list(topic, OffsetSpec.latest()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(String topic, OffsetSpec which)
            throws InterruptedException {
        TopicDescription found =
                get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
        return get(admin.listOffsets(found.partitions().stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all());
    }

    /** When the first record of a topic was sent, wall clock milliseconds. Partitions without any are not waited for. */
    public long firstSentAtMs(String topic) throws InterruptedException {
        Map<TopicPartition, Long> ends = ends(topic);
        ends.values().removeIf(end -> end == 0);
        Map<String, Object> settings = cluster.client(Map.of("enable.auto.commit", false, "max.poll.records", 1));
        long firstMs = Long.MAX_VALUE;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (TopicPartition partition : ends.keySet()) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                for (ConsumerRecord<byte[], byte[]> first : consumer.poll(Duration.ofSeconds(FIRST_WITHIN_S))) {
                    firstMs = Math.min(firstMs, first.timestamp());
                }
            }
        }
        return firstMs;
    }

    /** When the newest record of a topic was sent, by its timestamp, which producers set at the send; wall clock milliseconds. */
    public long lastSentAtMs(String topic) throws InterruptedException {
        return list(topic, OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElseThrow();
    }

    /** How many records a topic holds that no transaction wrote and nothing deletes from. */
    public long records(String topic) throws InterruptedException {
        return sum(ends(topic));
    }

    /** The offsets that a group begins at; partitions of which it has committed nothing are left out. */
    public Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, found) -> {
                    if (found != null) {
                        committed.put(partition, found.offset());
                    }
                });
        return committed;
    }

    /** How many partitions a group's members have been given; 0 while they are being given out. */
    public int assigned(String group) throws InterruptedException {
        try {
            ConsumerGroupDescription found =
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group);
            return found.groupState() != GroupState.STABLE
                    ? 0
                    : found.members().stream()
                            .mapToInt(member ->
                                    member.assignment().topicPartitions().size())
                            .sum();
        } catch (ExecutionException e) {
            // nobody has joined it yet
            return 0;
        }
    }

    /**
     * Moves a group's offset in a partition once the group has no members. A member that ended without leaving the group stays in
     * it until its session times out.
     */
    public void commit(String group, TopicPartition partition, long offset) throws InterruptedException {
        Patience patience = new Patience();
        while (true) {
            try {
                admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(offset)))
                        .all()
                        .get();
                return;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownMemberIdException) || patience.isOver()) {
                    throw failed(e);
                }
            }
            Thread.sleep(ASK_AGAIN_MS);
        }
    }

    /** Shuts out every transactional producer of the cluster, as a second one under its name would; says how many. */
    public int fenceProducers() throws InterruptedException {
        Collection<TransactionListing> found = get(admin.listTransactions().all());
        List<String> producers =
                found.stream().map(TransactionListing::transactionalId).toList();
        if (!producers.isEmpty()) {
            get(admin.fenceProducers(producers).all());
        }
        return producers.size();
    }

    public static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static ClusterException failed(ExecutionException e) {
        return new ClusterException("Kafka: " + e.getCause().getMessage(), e.getCause());
    }

    @Override
    public void close() {
        // whoever asked is not there any more
        admin.close(Duration.ZERO);
    }
}
