package io.docaxis.simulator.bench;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.process.ChildFailedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a lap's cluster says of the lap from outside, the same for every kind: when a group has its partitions, when the first
 * and the last record were sent (by their timestamps, which producers set at the send), how many there are. One thread.
 */
public final class Marks implements AutoCloseable {

    private static final long TIMEOUT_S = 30;

    private final Cluster cluster;
    private final Admin admin;

    public Marks(Cluster cluster) {
        this.cluster = cluster;
        this.admin = Admin.create(cluster.clientProperties());
    }

    /** Whether a group's members have so many partitions between them, and nothing is moving. */
    boolean isAssigned(String group, int partitions) throws InterruptedException {
        try {
            ConsumerGroupDescription found = get(admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group));
            return found.groupState() == GroupState.STABLE
                    && found.members().stream()
                                    .mapToInt(member -> member.assignment()
                                            .topicPartitions()
                                            .size())
                                    .sum()
                            == partitions;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw failed(e.getCause());
        }
    }

    /** When the first record of a topic was sent, wall clock milliseconds. Partitions without any are not waited for. */
    long firstSentAtMs(String topic, int partitions) throws InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(topic, partitions, OffsetSpec.latest());
        ends.values().removeIf(end -> end.offset() == 0);
        Map<String, Object> settings = cluster.client(Map.of("enable.auto.commit", false, "max.poll.records", 1));
        long firstMs = Long.MAX_VALUE;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (TopicPartition partition : ends.keySet()) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                for (ConsumerRecord<byte[], byte[]> first : consumer.poll(Duration.ofSeconds(TIMEOUT_S))) {
                    firstMs = Math.min(firstMs, first.timestamp());
                }
            }
        }
        return firstMs;
    }

    /** When the newest record of a topic was sent, wall clock milliseconds. */
    long lastSentAtMs(String topic, int partitions) throws InterruptedException {
        return offsets(topic, partitions, OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElseThrow();
    }

    /** How many records a topic has that nobody writes to in transactions. */
    public long records(String topic, int partitions) throws InterruptedException {
        return offsets(topic, partitions, OffsetSpec.latest()).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(String topic, int partitions, OffsetSpec which)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int p = 0; p < partitions; p++) {
            wanted.put(new TopicPartition(topic, p), which);
        }
        try {
            return get(admin.listOffsets(wanted).all());
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException {
        try {
            return future.get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw failed(e);
        }
    }

    private static ChildFailedException failed(Throwable cause) {
        return new ChildFailedException("the broker of a lap does not answer: " + cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
