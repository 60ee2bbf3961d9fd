package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.NotYetException;
import io.docaxis.common.kafka.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the first record of partitions. Blocking. */
final class FirstRecords {

    private static final Duration POLL = Duration.ofMillis(100);

    private FirstRecords() {}

    /**
     * The oldest record that each partition has; those that have none are left out.
     *
     * @throws ClusterException if they cannot be read
     */
    static Map<TopicPartition, ConsumerRecord<byte[], byte[]>> read(
            Cluster cluster, Collection<TopicPartition> partitions) {
        Map<String, Object> settings = Map.of(
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "default.api.timeout.ms",
                15_000,
                // of each partition its first batch, which brokers give whatever its size
                "max.partition.fetch.bytes",
                1_000,
                "fetch.max.wait.ms",
                100);
        try (var consumer = new KafkaConsumer<>(
                cluster.client(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return read(consumer, partitions);
        } catch (KafkaException e) {
            throw Refusal.in(e, topic -> AclOperation.READ, "")
                    .orElseGet(() -> new ClusterException("topics cannot be read: " + Reason.of(e), e));
        }
    }

    private static Map<TopicPartition, ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first = new HashMap<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Set<TopicPartition> open = new HashSet<>(partitions);
        consumer.assign(open);
        consumer.seekToBeginning(open);
        open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
        ClusterAdmin.askAgain(() -> {
            if (open.isEmpty()) {
                return open;
            }
            consumer.assign(open);
            TopicPartition any = open.iterator().next();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record);
            }
            // what a transaction leaves is no record: where there is nothing else, the end is reached without one
            open.removeIf(
                    partition -> first.containsKey(partition) || consumer.position(partition) >= ends.get(partition));
            if (!open.isEmpty()) {
                throw new NotYetException(
                        "no answer for " + ClusterAdmin.TIMEOUT_S + " s about the first record of " + any);
            }
            return open;
        });
        return first;
    }
}
