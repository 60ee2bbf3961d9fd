package io.docaxis.producer.fastsend;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Kafka's producer up to the first record that fails for good: after that nothing is sent any more, not even what waits in it. Were it taken,
 * a partition would have a gap that nobody who only looks at its end can see. So what the broker has of a partition is always the
 * beginning of what was sent. Sends are of one thread.
 */
final class GaplessProducer implements RecordSends {

    private final Producer<byte[], byte[]> producer;

    /** Whether a record has failed for good: it is the last that was sent. */
    private final AtomicBoolean failed = new AtomicBoolean();

    GaplessProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** @param callback hears of records that the broker has, and of the first that failed */
    @Override
    public Future<?> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        if (failed.get()) {
            return null;
        }
        try {
            return producer.send(record, (metadata, exception) -> {
                if (exception == null) {
                    callback.onCompletion(metadata, null);
                } else {
                    fail(exception, first -> callback.onCompletion(metadata, first));
                }
            });
        } catch (IllegalStateException | KafkaException e) {
            // the producer is closed, because something failed meanwhile
            if (!failed.get()) {
                throw e;
            }
            return null;
        }
    }

    @Override
    public void fail(Exception failure, Consumer<Exception> told) {
        if (failed.compareAndSet(false, true)) {
            told.accept(failure);
            // gives up what waits
            producer.close(Duration.ZERO);
        }
    }

    @Override
    public void flush() {
        producer.flush();
    }

    @Override
    public void close(Duration timeout) {
        producer.close(timeout);
    }

    @Override
    public void close() {
        producer.close();
    }
}
