package io.docaxis.consumer.fastfetch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka's own consumer, for Streams, of which it is noted how far it has polled. */
public class PositionedConsumer extends KafkaConsumer<byte[], byte[]> {

    private final PolledPositions positions;

    public PositionedConsumer(Map<String, Object> config, PolledPositions positions) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.positions = positions;
    }

    @Override
    public final ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> given = new HashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            given.put(partition, given(polled.records(partition)));
        }
        return positions.noted(this, given, polled.nextOffsets());
    }

    /** What Streams is given for the records of a partition. */
    protected List<ConsumerRecord<byte[], byte[]>> given(List<ConsumerRecord<byte[], byte[]>> polled) {
        return polled;
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        super.seek(partition, offset);
        positions.sought(List.of(partition));
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        super.seek(partition, offset);
        positions.sought(List.of(partition));
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        super.seekToBeginning(partitions);
        positions.sought(partitions);
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        super.seekToEnd(partitions);
        positions.sought(partitions);
    }
}
