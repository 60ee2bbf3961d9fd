package io.docaxis.producer.fastsend;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.fastpath.FastPathException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;

/**
 * Kafka's producer, which gets the records of one topic a batch at a time: it spends more on a record (lock, metadata, futures, callbacks,
 * a stream of single bytes) than planning and encoding an event take. Here records are written into a block each ({@link RecordBlock}), the
 * block is sent as one record that fills a batch, and on its way to the broker becomes the batch it is ({@link BlockRequests}). What
 * makes a producer reliable stays Kafka's: leaders, retries, order, idempotence, memory, time limits. {@code linger.ms} and {@code
 * batch.size} mean what they always do. Where blocks cannot be, records are sent one by one.
 *
 * <p>After the first record that fails for good nothing is sent any more, not even what waits in Kafka's producer: were it taken,
 * a partition would have a gap that nobody who only looks at its end can see. So what the broker has of a partition is always the
 * beginning of what was sent.
 *
 * <p>{@code docs/decisions/0010-packed-batches.md} has the figures. Not thread-safe.
 */
public final class BatchingProducer implements AutoCloseable {

    /** Hears of sends that completed; called by the client's thread, or, where they failed at once, by the one that sends. */
    public interface SendListener {

        /**
         * Says what became of records. After the first that failed it hears only of what the broker has: of the others nobody
         * knows whether it has them.
         *
         * @param exception null if the broker has them
         */
        void completed(int records, Exception exception);
    }

    private static final Header[] NO_HEADERS = {};

    private final String topic;
    private final SendListener listener;
    private final FastPath path;
    private final Producer<byte[], byte[]> producer;

    /** Whether a record has failed for good: it is the last that was sent. */
    private final AtomicBoolean failed = new AtomicBoolean();

    /** By partition. Null, with all below, where records are sent one by one. */
    private RecordBlock[] blocks;

    private BlockRequests requests;
    private long lingerMs;
    private long lookedAtMs;

    /** One that sends records one by one, through another. */
    public BatchingProducer(Producer<byte[], byte[]> producer, String topic, FastPath path, SendListener listener) {
        this.producer = producer;
        this.topic = topic;
        this.path = path;
        this.listener = listener;
    }

    /**
     * Makes a producer.
     *
     * @param settings of Kafka's producer, but for serializers
     * @param partitions of the topic
     * @param path that is closed where records are sent one by one
     * @throws KafkaException if Kafka's producer does not accept the settings
     */
    public static BatchingProducer of(
            Map<String, Object> settings, String topic, int partitions, FastPath path, SendListener listener) {
        BlockSettings known = new BlockSettings(settings);
        known.refusal().ifPresent(why -> path.close(why.why(), why.detail()));
        if (path.isOpen()) {
            KafkaProducer<byte[], byte[]> kafkas = new KafkaProducer<>(known.forBlocks());
            BatchingProducer batching = new BatchingProducer(kafkas, topic, path, listener);
            if (batching.takesBlocks(kafkas, known, partitions)) {
                return batching;
            }
            kafkas.close();
        }
        return new BatchingProducer(new KafkaProducer<>(known.own()), topic, path, listener);
    }

    /** False, and the path closed, where blocks cannot be. */
    private boolean takesBlocks(KafkaProducer<byte[], byte[]> kafkas, BlockSettings settings, int partitions) {
        try {
            lingerMs = settings.lingerMs();
            blocks = new RecordBlock[partitions];
            Arrays.setAll(blocks, p -> new RecordBlock(settings.blockSize()));
            requests = BlockRequests.of(kafkas, settings.compression(), path, this::fail);
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            path.close(FastPath.Why.UNFAMILIAR, e);
            return false;
        }
    }

    /** Sends a record of the topic that has no headers. */
    public void send(int partition, long nowMs, byte[] key, byte[] value, int length) {
        send(partition, nowMs, key, value, length, NO_HEADERS);
    }

    /**
     * Sends a record of the topic. Key and value may be used again afterwards.
     *
     * @param nowMs the time, which tells how long others have waited and is the record's timestamp, unless it is sent alone, when
     *     Kafka's producer looks at the clock itself
     * @param length of the value, which begins with the array
     */
    public void send(int partition, long nowMs, byte[] key, byte[] value, int length, Header[] headers) {
        if (requests == null || !requests.inPlace()) {
            sendAlone(partition, key, value, length, headers);
            return;
        }
        if (nowMs != lookedAtMs) {
            lookedAtMs = nowMs;
            sendLingering();
        }
        if (!add(partition, nowMs, key, value, length, headers)) {
            sendBlock(partition);
            if (!add(partition, nowMs, key, value, length, headers)) {
                sendAlone(partition, key, value, length, headers);
            }
        }
    }

    /** False: there is no room. */
    private boolean add(int partition, long nowMs, byte[] key, byte[] value, int length, Header[] headers) {
        try {
            return blocks[partition].add(nowMs, key, value, length, headers);
        } catch (RuntimeException | LinkageError e) {
            fail(e);
            return true;
        }
    }

    private void sendAlone(int partition, byte[] key, byte[] value, int length, Header[] headers) {
        handOn(
                new ProducerRecord<>(
                        topic, partition, null, key.clone(), Arrays.copyOf(value, length), List.of(headers)),
                (metadata, exception) -> listener.completed(1, exception));
    }

    private void sendLingering() {
        for (int p = 0; p < blocks.length; p++) {
            if (blocks[p].records() > 0 && lookedAtMs - blocks[p].firstTimestamp() >= lingerMs) {
                sendBlock(p);
            }
        }
    }

    private void sendBlock(int partition) {
        RecordBlock block = blocks[partition];
        if (block.records() == 0) {
            return;
        }
        int records = block.records();
        byte[] value;
        try {
            path.used();
            value = block.toValue();
        } catch (RuntimeException | LinkageError e) {
            fail(e);
            return;
        }
        // Kafka's producer has copied the value when this returns
        handOn(
                new ProducerRecord<>(topic, partition, BlockRequests.BLOCK_TIMESTAMP, null, value),
                (metadata, exception) -> listener.completed(records, exception));
        block.clear();
    }

    /**
     * Ends it, for what could not be made of records, or of the blocks that Kafka's producer has, can go no other way. Any thread.
     */
    private void fail(Throwable failure) {
        if (failed.compareAndSet(false, true)) {
            path.close(FastPath.Why.FAILED, failure);
            listener.completed(0, new FastPathException(failure, "nothing of what was on it was sent"));
            producer.close(Duration.ZERO);
        }
    }

    /** Sends any record, of this topic or another, after those of its partition. */
    public void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        if (blocks != null && record.topic().equals(topic)) {
            sendBlock(record.partition());
        }
        handOn(record, callback);
    }

    private void handOn(ProducerRecord<byte[], byte[]> record, Callback callback) {
        if (failed.get()) {
            return;
        }
        try {
            producer.send(record, (metadata, exception) -> {
                if (exception == null) {
                    if (requests != null && !requests.inPlace()) {
                        path.close(FastPath.Why.UNFAMILIAR, "requests do not come by");
                    }
                    callback.onCompletion(metadata, null);
                } else if (failed.compareAndSet(false, true)) {
                    callback.onCompletion(metadata, exception);
                    // gives up what waits, before the producer's thread sends anything more
                    producer.close(Duration.ZERO);
                }
            });
        } catch (IllegalStateException | KafkaException e) {
            // the producer is closed, because something failed meanwhile
            if (!failed.get()) {
                throw e;
            }
        }
    }

    /** Waits until everything sent is acknowledged, or something has failed. */
    public void flush() {
        for (int p = 0; blocks != null && p < blocks.length; p++) {
            sendBlock(p);
        }
        producer.flush();
    }

    /** Waits at most this long for acknowledgements; what is in a block yet is not sent. */
    public void close(Duration timeout) {
        producer.close(timeout);
    }

    @Override
    public void close() {
        producer.close();
    }
}
