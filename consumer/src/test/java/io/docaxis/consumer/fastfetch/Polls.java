package io.docaxis.consumer.fastfetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;

/** Polls of Kafka's own mock consumer, which are noted as those of a real one are. */
public final class Polls {

    public static final TopicPartition PARTITION = new TopicPartition("events", 0);

    private final PolledPositions positions;
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    /** A consumer that begins at an offset. */
    public Polls(PolledPositions positions, long from) {
        this.positions = positions;
        consumer.assign(List.of(PARTITION));
        seek(from);
    }

    public void seek(long offset) {
        consumer.seek(PARTITION, offset);
        positions.sought(List.of(PARTITION));
    }

    public void pause() {
        consumer.pause(List.of(PARTITION));
    }

    /** Puts a record into the log. */
    public Polls record(long offset) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, new byte[0]));
        return this;
    }

    public ConsumerRecords<byte[], byte[]> poll() {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ZERO);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        polled.partitions().forEach(partition -> records.put(partition, polled.records(partition)));
        return positions.noted(consumer, records, polled.nextOffsets());
    }
}
