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
 * Kafka's producer for those who go on after a record has failed, whether it was taken or not: they hear of each what became of it, and
 * may find gaps in the log. Sends are of one thread.
 */
final class ContinuingProducer implements RecordSends {

    private final Producer<byte[], byte[]> producer;
    private final AtomicBoolean ended = new AtomicBoolean();

    ContinuingProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public Future<?> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        try {
            return producer.send(record, callback);
        } catch (IllegalStateException | KafkaException e) {
            // of what it throws, Kafka's producer tells nobody else
            callback.onCompletion(null, e);
            return null;
        }
    }

    @Override
    public void fail(Exception failure, Consumer<Exception> told) {
        if (ended.compareAndSet(false, true)) {
            told.accept(failure);
            producer.close(Duration.ZERO);
        }
    }

    @Override
    public void flush() {
        if (!ended.get()) {
            producer.flush();
        }
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
