package io.docaxis.producer.fastsend;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.fastpath.FastPathException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
 * <p>In a paced run, who sends says when the next record comes ({@link #sendDue}), and hears when each was wanted.
 *
 * <p>After the first record that fails for good nothing is sent any more ({@link GaplessProducer}), unless that is wanted otherwise
 * ({@link ContinuingProducer}).
 *
 * <p>{@code docs/decisions/0010-packed-batches.md} has the figures. Not thread-safe.
 */
public final class BatchingProducer implements AutoCloseable {

    /** No instant. */
    public static final long NOTHING_WAITS = PacedBlocks.NOTHING_WAITS;

    private static final Header[] NO_HEADERS = {};

    private final String topic;
    private final SendListener listener;
    private final FastPath path;
    private final Pacing pacing;
    private final RecordSends producer;
    /** Null at full speed, as the one below. */
    private final TimedSends timed;

    private final ScheduleSlip slip;

    /** Null, with the requests, where records are sent one by one. */
    private TopicBlocks blocks;

    private BlockRequests requests;

    /** One that sends records one by one, through another. */
    public BatchingProducer(
            Producer<byte[], byte[]> producer, String topic, FastPath path, Pacing pacing, SendListener listener) {
        RecordSends sends = pacing.goesOn() ? new ContinuingProducer(producer) : new GaplessProducer(producer);
        timed = pacing.isPaced() ? new TimedSends(sends, producer, pacing.nowNs()) : null;
        slip = pacing.isPaced() ? new ScheduleSlip() : null;
        this.producer = timed == null ? sends : timed;
        this.topic = topic;
        this.path = path;
        this.pacing = pacing;
        this.listener = listener;
    }

    /**
     * Makes a producer for records that are sent as fast as they come.
     *
     * @param settings of Kafka's producer, but for serializers
     * @param partitions of the topic
     * @param path that is closed where records are sent one by one
     * @throws KafkaException if Kafka's producer does not accept the settings
     */
    public static BatchingProducer of(
            Map<String, Object> settings, String topic, int partitions, FastPath path, SendListener listener) {
        return of(new BlockSettings(settings), settings, topic, partitions, path, Pacing.NONE, listener);
    }

    /**
     * Makes a producer for records that are sent on a schedule.
     *
     * @param settings for blocks
     * @param oneByOne settings where blocks cannot be
     */
    public static BatchingProducer paced(
            Map<String, Object> settings,
            Map<String, Object> oneByOne,
            String topic,
            int partitions,
            FastPath path,
            Pacing pacing,
            SendListener listener) {
        return of(new BlockSettings(settings), oneByOne, topic, partitions, path, pacing, listener);
    }

    private static BatchingProducer of(
            BlockSettings known,
            Map<String, Object> oneByOne,
            String topic,
            int partitions,
            FastPath path,
            Pacing pacing,
            SendListener listener) {
        known.refusal().ifPresent(why -> path.close(why.why(), why.detail()));
        if (path.isOpen()) {
            KafkaProducer<byte[], byte[]> kafkas = new KafkaProducer<>(known.forBlocks());
            BatchingProducer batching = new BatchingProducer(kafkas, topic, path, pacing, listener);
            if (batching.takesBlocks(kafkas, known, partitions)) {
                return batching;
            }
            kafkas.close();
        }
        return new BatchingProducer(
                new KafkaProducer<>(BlockSettings.withSerializers(oneByOne)), topic, path, pacing, listener);
    }

    /** False, and the path closed, where blocks cannot be. */
    private boolean takesBlocks(KafkaProducer<byte[], byte[]> kafkas, BlockSettings settings, int partitions) {
        try {
            blocks = new TopicBlocks(topic, partitions, settings, pacing, producer, path, listener, this::fail);
            requests = BlockRequests.of(
                    kafkas,
                    settings.compression(),
                    path,
                    this::fail,
                    pacing.isPaced() ? blocks::leaves : BlockRequests.NOBODY);
            return true;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            path.close(FastPath.Why.UNFAMILIAR, e);
            return false;
        }
    }

    /** Sends a record of the topic that has no headers. */
    public void send(int partition, long intendedAtNs, long nowNs, byte[] key, byte[] value, int length) {
        send(partition, intendedAtNs, nowNs, key, value, length, NO_HEADERS);
    }

    /**
     * Sends a record of the topic. Key and value may be used again afterwards.
     *
     * @param intendedAtNs when it was wanted in the log
     * @param nowNs the time, which tells how long others have waited and is the record's timestamp, unless it is sent alone, when
     *     Kafka's producer looks at the clock itself
     * @param length of the value, which begins with the array
     */
    public void send(
            int partition, long intendedAtNs, long nowNs, byte[] key, byte[] value, int length, Header[] headers) {
        boolean takesBlocks = requests != null && requests.inPlace();
        long slipNs = slip == null ? 0 : slip.given(intendedAtNs, nowNs, timed.blockedNs());
        if (!takesBlocks || !blocks.add(partition, intendedAtNs, nowNs, slipNs, key, value, length, headers)) {
            SentEvents event = slip == null ? null : alone(partition, intendedAtNs, nowNs, slipNs);
            sendAlone(partition, event, key, value, length, headers);
        }
    }

    private static SentEvents alone(int partition, long intendedAtNs, long nowNs, long slipNs) {
        return new SentEvents(
                partition, SentEvents.UNKNOWN, new long[] {intendedAtNs}, new long[] {nowNs}, new long[] {slipNs});
    }

    private void sendAlone(int partition, SentEvents event, byte[] key, byte[] value, int length, Header[] headers) {
        handOnAlone(
                new ProducerRecord<>(
                        topic, partition, null, key.clone(), Arrays.copyOf(value, length), List.of(headers)),
                (metadata, exception) -> {
                    if (event != null && exception == null) {
                        event.cameTo(metadata.offset());
                    }
                    listener.completed(1, event, exception);
                });
    }

    /**
     * Sends what is in blocks of a paced run, all of it, unless another record comes before any of it has waited for {@code linger.ms}; and
     * unless Kafka's producer has as much on its way as it sends at once.
     *
     * @param nextAtNs when the next record is wanted, before which none is sent
     * @return when to ask again, a later instant; {@link #NOTHING_WAITS} if nothing waits
     */
    public long sendDue(long nowNs, long nextAtNs) {
        if (slip != null && nowNs < nextAtNs) {
            slip.waits(timed.blockedNs());
        }
        return blocks == null ? NOTHING_WAITS : blocks.sendDue(nowNs, nextAtNs);
    }

    /**
     * Ends it, for what could not be made of records, or of the blocks that Kafka's producer has, can go no other way. Any thread.
     */
    private void fail(Throwable failure) {
        producer.fail(new FastPathException(failure, "nothing of what was on it was sent"), exception -> {
            path.close(FastPath.Why.FAILED, failure);
            listener.completed(0, null, exception);
        });
    }

    /** Sends any record, of this topic or another, after those of its partition. */
    public void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        if (blocks != null && record.topic().equals(topic)) {
            blocks.send(record.partition());
        }
        handOnAlone(record, callback);
    }

    private void handOnAlone(ProducerRecord<byte[], byte[]> record, Callback callback) {
        producer.send(record, (metadata, exception) -> {
            if (exception == null && requests != null && !requests.inPlace()) {
                path.close(FastPath.Why.UNFAMILIAR, "requests do not come by");
            }
            callback.onCompletion(metadata, exception);
        });
    }

    /** Waits until everything sent is acknowledged, or something has failed. */
    public void flush() {
        if (blocks != null) {
            blocks.sendAll();
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
