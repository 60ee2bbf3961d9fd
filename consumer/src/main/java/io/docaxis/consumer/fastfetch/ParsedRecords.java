package io.docaxis.consumer.fastfetch;

import io.docaxis.common.kafka.fastpath.FastPath;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.internals.CloseableIterator;

/**
 * The rest of an unparsed batch, parsed by Kafka. If that comes to its end, whatever kept docaxis from reading it was no fault of the
 * batch, and the {@link FastPath} is closed. Not thread-safe.
 */
final class ParsedRecords implements AutoCloseable {

    private final UnparsedBatch batch;
    private final ConsumerRecord<byte[], byte[]> polled;
    private final Throwable failure;
    private CloseableIterator<Record> records;
    private long after;

    /**
     * @param polled what stands for the batch
     * @param after offset of the last record that is not wanted
     * @param failure what kept docaxis from reading it; null: it is too large
     */
    ParsedRecords(UnparsedBatch batch, ConsumerRecord<byte[], byte[]> polled, long after, Throwable failure) {
        this.batch = batch;
        this.polled = polled;
        this.after = after;
        this.failure = failure;
    }

    /**
     * The next record, or null.
     *
     * @throws KafkaException if Kafka cannot read it either
     */
    ConsumerRecord<byte[], byte[]> next() {
        try {
            if (records == null) {
                records = batch.kafkas().records();
            }
            while (records.hasNext()) {
                Record record = records.next();
                if (record.offset() > after) {
                    after = record.offset();
                    return KafkaBatch.asPolled(record, polled);
                }
            }
        } catch (KafkaException e) {
            throw new KafkaException(
                    "a record of " + polled.topic() + "-" + polled.partition() + " after offset " + after
                            + " cannot be read",
                    e);
        }
        if (failure != null) {
            batch.path().close(FastPath.Why.FAILED, failure);
        }
        return null;
    }

    @Override
    public void close() {
        if (records != null) {
            records.close();
        }
    }
}
