package io.docaxis.consumer.stream;

import io.docaxis.common.kafka.Causes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream thread's producer, which takes itself for fenced from its first transaction on that was aborted, that lacks a record, or that
 * could not be committed, where another producer may get further. Streams then gives up all that the thread holds, and begins anew at
 * what is committed, with another producer.
 *
 * <p>By itself Streams would give up less: it revives the tasks whose commit failed and lets the thread go on. If the group
 * rebalances before such a task has gone back to its committed offset, another task takes its place that goes on from where it was,
 * and records are lost; {@code docs/kafka-internals.md} has a program that shows it. A fenced producer is what exactly-once is built
 * around in every version, and all that is used here is public.
 */
final class FencedByAbort implements Producer<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(FencedByAbort.class);

    private final Producer<byte[], byte[]> producer;
    private final AppliedTimes times;
    private volatile boolean fenced;
    /** Of the transaction that is open; of the stream's thread alone. */
    private final Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();

    /** @param times hears of what was committed */
    FencedByAbort(Producer<byte[], byte[]> producer, AppliedTimes times) {
        this.producer = producer;
        this.times = times;
    }

    @Override
    public void beginTransaction() {
        if (fenced) {
            throw fenced(null);
        }
        producer.beginTransaction();
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        answered(() -> producer.sendOffsetsToTransaction(offsets, groupMetadata));
        positions.putAll(offsets);
    }

    @Override
    public void commitTransaction() {
        answered(producer::commitTransaction);
        times.committed(Map.copyOf(positions));
        positions.clear();
    }

    @Override
    public void abortTransaction() {
        fence("was aborted");
        producer.abortTransaction();
    }

    private void answered(Runnable request) {
        if (fenced) {
            throw fenced(null);
        }
        try {
            request.run();
        } catch (KafkaException e) {
            if (!isLost(e)) {
                throw e;
            }
            fence("was not committed: " + e.getMessage());
            throw fenced(e);
        }
    }

    /** Whether only the transaction is lost: nobody answered in time, or the coordinator knows it no more, for whatever reason. */
    private static boolean isLost(Throwable e) {
        return Causes.any(
                e,
                cause -> cause instanceof RetriableException
                        || cause instanceof TransactionAbortableException
                        || cause instanceof InvalidTxnStateException
                        || cause instanceof OutOfOrderSequenceException);
    }

    /** From the stream's thread, and from the producer's own. */
    private synchronized void fence(String what) {
        if (!fenced) {
            fenced = true;
            LOG.warn("a transaction {}; this stream thread begins anew at what is committed", what);
        }
    }

    private static ProducerFencedException fenced(Throwable cause) {
        ProducerFencedException fenced =
                new ProducerFencedException("a transaction was aborted: nothing is built upon what was in it");
        fenced.initCause(cause);
        return fenced;
    }

    @Override
    public void initTransactions() {
        producer.initTransactions();
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        return send(record, (sent, e) -> {});
    }

    /** What other tasks sent is in the same transaction: none of it may be committed then. */
    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        return producer.send(record, (sent, e) -> {
            if (e != null) {
                fence("lacks a record: " + e.getMessage());
            }
            callback.onCompletion(sent, isLost(e) ? fenced(e) : e);
        });
    }

    /**
     * Left to {@link #commitTransaction}, which sends what waits and fails where a record was not taken. Streams asks for it once for each task
     * of a commit, and would wait as often for an answer of the broker, while nothing is applied.
     */
    @Override
    public void flush() {}

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        return producer.partitionsFor(topic);
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return producer.metrics();
    }

    @Override
    public void registerMetricForSubscription(KafkaMetric metric) {
        producer.registerMetricForSubscription(metric);
    }

    @Override
    public void unregisterMetricFromSubscription(KafkaMetric metric) {
        producer.unregisterMetricFromSubscription(metric);
    }

    @Override
    public Uuid clientInstanceId(Duration timeout) {
        return producer.clientInstanceId(timeout);
    }

    @Override
    public void close() {
        producer.close();
    }

    @Override
    public void close(Duration timeout) {
        producer.close(timeout);
    }
}
