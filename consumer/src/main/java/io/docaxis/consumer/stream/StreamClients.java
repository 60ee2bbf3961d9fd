package io.docaxis.consumer.stream;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.consumer.fastfetch.BatchingConsumer;
import io.docaxis.consumer.fastfetch.PositionedConsumer;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Kafka's clients for Streams: its main consumer reads batches, its producer is given up with what it aborts. */
public final class StreamClients implements KafkaClientSupplier {

    private final FastPath path;
    private final LogReadings readings;
    private final Function<Map<String, Object>, Producer<byte[], byte[]>> producers;
    private final AppliedTimes times;

    /**
     * @param path of the main consumer; switched off, it is Kafka's own
     * @param readings where it notes how far it has polled
     */
    public StreamClients(FastPath path, LogReadings readings) {
        this(
                path,
                readings,
                config -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** @param producers what a producer sends with, made of its configuration */
    public StreamClients(
            FastPath path, LogReadings readings, Function<Map<String, Object>, Producer<byte[], byte[]>> producers) {
        this(path, readings, producers, AppliedTimes.NONE);
    }

    private StreamClients(
            FastPath path,
            LogReadings readings,
            Function<Map<String, Object>, Producer<byte[], byte[]>> producers,
            AppliedTimes times) {
        this.path = path;
        this.readings = readings;
        this.producers = producers;
        this.times = times;
    }

    /** The same clients, whose commits are heard. */
    public StreamClients heardBy(AppliedTimes listener) {
        return new StreamClients(path, readings, producers, listener);
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new FencedByAbort(producers.apply(config), times);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return path.isChosenOff()
                ? new PositionedConsumer(config, readings.positions())
                : new BatchingConsumer(config, path, readings.positions());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return plain(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return plain(config);
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
