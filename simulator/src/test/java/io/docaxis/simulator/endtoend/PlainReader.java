package io.docaxis.simulator.endtoend;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.proto.Event;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.simulator.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its end on as anybody could, and takes the time of each event: by Kafka's own consumer, Protocol Buffers' own classes
 * and the wall clock. One thread of its own; asked once all is read.
 */
final class PlainReader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "plain-reader");
    private long[] intendedUs = new long[1 << 16];
    private long[] readUs = new long[1 << 16];
    private long mostOffUs;
    private int events;
    private volatile long records;
    private volatile boolean over;

    private PlainReader(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static PlainReader start(Cluster cluster, String topic) {
        PlainReader reader = new PlainReader(new KafkaConsumer<>(
                cluster.client(Map.of("enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()));
        List<TopicPartition> partitions = new ArrayList<>();
        reader.consumer
                .partitionsFor(topic)
                .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        reader.consumer.assign(partitions);
        reader.consumer.seekToEnd(partitions);
        partitions.forEach(reader.consumer::position);
        reader.thread.start();
        return reader;
    }

    private void read() {
        try (consumer) {
            while (!over) {
                Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(Duration.ofMillis(50));
                Instant now = Instant.now();
                long nowUs = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    take(record, nowUs);
                }
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, long nowUs) {
        records++;
        if (record.headers().toArray().length > 0) {
            // a damaged one, whose number stands beside it
            return;
        }
        Event event;
        try {
            event = Event.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
        if (event.hasDocumentSent() || event.hasStatusReported()) {
            int at = events;
            if (at == intendedUs.length) {
                intendedUs = Arrays.copyOf(intendedUs, 2 * at);
                readUs = Arrays.copyOf(readUs, 2 * at);
            }
            intendedUs[at] = event.getIntendedAtMs() * 1_000 + event.getIntendedAtUs();
            readUs[at] = nowUs;
            mostOffUs = Math.max(mostOffUs, Math.abs(record.timestamp() * 1_000 - intendedUs[at]));
            events = at + 1;
        }
    }

    /** Waits until it has read so many events, damaged ones too, and reads no more. */
    void readAll(long sent) throws InterruptedException {
        Waiting.until("the events to be read", () -> records, () -> records >= sent);
        over = true;
        thread.join();
    }

    /** How long events took, from the instant for which they were intended to where they were read: of a time, microseconds since 1970. */
    Histogram between(long fromUs, long toUs) {
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < events; i++) {
            if (intendedUs[i] >= fromUs && intendedUs[i] < toUs) {
                histogram.recordValue(Math.max(0, readUs[i] - intendedUs[i]));
            }
        }
        return histogram;
    }

    /** By how much the instant at which an event was given to a client was off the intended one, at most; milliseconds. */
    double mostOffMs() {
        return mostOffUs / 1_000.0;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
