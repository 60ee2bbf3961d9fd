package io.docaxis.monitor.lag;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out when the records at given offsets were written, by reading one record of each partition, whether its transaction
 * is open or not. A commit's own timestamp will not do: Streams stores there the time of the newest record it read. Remembers
 * what has not moved. One thread at a time.
 */
final class FirstUnread implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    /** Broker and this process may both be busy; what is not found in this time is unknown, and asked for again. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Found(PartitionOffsets where, OldestUnread oldest) {

        /** A record stays what it is; that there is none holds until the log grows. */
        boolean holdsFor(PartitionOffsets now) {
            return where.firstUnread() == now.firstUnread()
                    && (oldest != OldestUnread.NONE || where.highWatermark() == now.highWatermark());
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<Integer, Found> found = new HashMap<>();

    FirstUnread(Cluster cluster, String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                cluster.consumer(Map.of(
                        // one record a poll and the smallest fetch: a batch of each partition is all that crosses the
                        // wire
                        "max.poll.records",
                        1,
                        "max.partition.fetch.bytes",
                        1,
                        "isolation.level",
                        "read_uncommitted",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "allow.auto.create.topics",
                        false,
                        "metric.reporters",
                        "",
                        "enable.metrics.push",
                        false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Reads the first unread record of each partition, where it is not known from before. */
    void look(SortedMap<Integer, PartitionOffsets> unread) {
        found.entrySet()
                .removeIf(known ->
                        !unread.containsKey(known.getKey()) || !known.getValue().holdsFor(unread.get(known.getKey())));
        List<TopicPartition> missing = new ArrayList<>();
        unread.keySet().stream()
                .filter(partition -> !found.containsKey(partition))
                .forEach(partition -> missing.add(new TopicPartition(topic, partition)));
        consumer.assign(missing);
        // who stays assigned stays paused
        consumer.resume(missing);
        missing.forEach(partition ->
                consumer.seek(partition, unread.get(partition.partition()).firstUnread()));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!missing.isEmpty() && System.nanoTime() < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(topic, record.partition());
                settle(partition, writtenAt(record), unread, missing);
            }
            for (TopicPartition partition : List.copyOf(missing)) {
                if (isPassed(partition, unread.get(partition.partition()).highWatermark())) {
                    settle(partition, OldestUnread.NONE, unread, missing);
                }
            }
        }
    }

    /** What {@link #look} found there. */
    OldestUnread at(int partition, PartitionOffsets where) {
        Found known = found.get(partition);
        return known == null || !known.holdsFor(where) ? OldestUnread.UNKNOWN : known.oldest();
    }

    private void settle(
            TopicPartition partition,
            OldestUnread oldest,
            SortedMap<Integer, PartitionOffsets> unread,
            List<TopicPartition> missing) {
        found.put(partition.partition(), new Found(unread.get(partition.partition()), oldest));
        missing.remove(partition);
        consumer.pause(List.of(partition));
    }

    private static OldestUnread writtenAt(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() < 0 ? OldestUnread.UNKNOWN : new OldestUnread.WrittenAt(record.timestamp());
    }

    /** Whether nothing but markers of transactions was left, which nobody is given. */
    private boolean isPassed(TopicPartition partition, long end) {
        try {
            return consumer.position(partition, Duration.ZERO) >= end;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
}
