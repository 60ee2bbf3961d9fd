package io.docaxis.consumer.lag;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out when the records at given offsets were written, by reading one record of each partition. A commit's own
 * timestamp will not do: Streams stores there the time of the newest record it read. Remembers what has not moved. One
 * thread at a time.
 */
final class FirstUnread implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_EMPTY_POLLS = 5;

    private record Found(long offset, long writtenAtMs) {}

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Map<Integer, Found> found = new HashMap<>();

    FirstUnread(Cluster cluster, String topic) {
        this.topic = topic;
        // one record a poll and the smallest fetch: a batch of each partition is all that crosses the wire
        consumer = new KafkaConsumer<>(
                cluster.client(Map.of(
                        "max.poll.records",
                        1,
                        "max.partition.fetch.bytes",
                        1,
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

    /** Reads the record at each offset, or the first after it, where that is not known from before. */
    void look(SortedMap<Integer, Long> offsets) {
        List<TopicPartition> missing = new ArrayList<>();
        offsets.forEach((partition, offset) -> {
            Found known = found.get(partition);
            if (known == null || known.offset != offset) {
                missing.add(new TopicPartition(topic, partition));
            }
        });
        consumer.assign(missing);
        missing.forEach(partition -> consumer.seek(partition, offsets.get(partition.partition())));
        int empty = 0;
        while (!missing.isEmpty() && empty < MOST_EMPTY_POLLS) {
            empty++;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                empty = 0;
                found.put(record.partition(), new Found(offsets.get(record.partition()), record.timestamp()));
                TopicPartition done = new TopicPartition(topic, record.partition());
                missing.remove(done);
                consumer.pause(List.of(done));
            }
        }
    }

    /** Wall clock at which the record at an offset was written, milliseconds; empty: {@link #look} did not find it. */
    OptionalLong writtenAtMs(int partition, long offset) {
        Found known = found.get(partition);
        return known == null || known.offset != offset || known.writtenAtMs < 0
                ? OptionalLong.empty()
                : OptionalLong.of(known.writtenAtMs);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
