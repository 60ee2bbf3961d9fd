package io.docaxis.simulator.stream;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.consumer.stream.LogReadings;
import io.docaxis.consumer.stream.StreamClients;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Producers of which some records are sent, but not acknowledged in time: Streams then takes the task that sent them for corrupted. */
final class FailingSends {

    private static final int EVERY = 1_000;

    private final AtomicInteger sends = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final int most;

    /** @param most how many fail at most */
    FailingSends(int most) {
        this.most = most;
    }

    KafkaClientSupplier supplier(FastPath path, LogReadings readings) {
        return new StreamClients(path, readings, this::producer);
    }

    int failed() {
        return failed.get();
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                boolean fails = sends.incrementAndGet() % EVERY == 0 && failed.get() < most;
                if (!fails) {
                    return super.send(record, callback);
                }
                failed.incrementAndGet();
                return super.send(
                        record,
                        (sent, e) -> callback.onCompletion(
                                sent, new TimeoutException("planted: a record that is not acknowledged")));
            }
        };
    }
}
