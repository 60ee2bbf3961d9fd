package io.docaxis.simulator.process;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics small enough to be read back whole, and records written by hand. */
public final class TopicRecords {

    private TopicRecords() {}

    /** Every committed record that is there now, partition by partition. */
    public static List<ConsumerRecord<byte[], byte[]>> read(Cluster cluster, String topic) {
        Map<String, Object> settings = Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                // closing waits for the fetch under way
                "fetch.max.wait.ms",
                20);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                cluster.client(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** Writes records in order; returns when the broker has every one. */
    public static void write(Cluster cluster, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        // where a new topic refuses the first batch and takes the second, the first could never follow
        Map<String, Object> oneAtATime = Map.of("max.in.flight.requests.per.connection", 1);
        List<Future<?>> answers = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.client(oneAtATime), new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(written -> answers.add(producer.send(written)));
        }
        try {
            for (Future<?> answer : answers) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new ClusterException("Kafka: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
