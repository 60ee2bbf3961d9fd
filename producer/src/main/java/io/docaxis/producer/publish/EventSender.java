package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Topics;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.FastPath;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.fastsend.BatchingProducer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Encodes deliveries and gives them to Kafka's idempotent producer, numbering them by partition; counts every one as
 * acknowledged, failed or (until the client says) unknown. One sending thread; the counts may be read by any.
 */
final class EventSender implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final BatchingProducer producer;
    private final String eventsTopic;
    private final String ledgerTopic;
    private final long[] sequences;
    private final long[] found;
    private final boolean[] begun;
    private final long[] records;
    private final long[] fingerprints;
    private final long[] touchedAtMs;
    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();
    private final byte[] key = new byte[Long.BYTES];
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Counted by the sending thread alone. */
    private final AtomicLong scheduled = new AtomicLong();

    /** Counted by the sending thread alone. */
    private final AtomicLong resumed = new AtomicLong();

    private long ticks;
    private long markers;
    /** Counted by the client's thread alone: what the broker has is answered there. */
    private final AtomicLong answered = new AtomicLong();

    private final AtomicLong failed = new AtomicLong();

    /** Ticks, markers and the ledger: counted by the sending thread, and by the client's. */
    private final AtomicLong others = new AtomicLong();

    private final AtomicLong othersAnswered = new AtomicLong();

    private final Callback onOther = (metadata, exception) -> {
        othersAnswered.incrementAndGet();
        if (exception != null) {
            failure.compareAndSet(null, exception);
        }
    };

    EventSender(
            Cluster cluster,
            Topics topics,
            long run,
            int source,
            SourceTail.Found found,
            boolean paced,
            int batchBytes,
            FastPath path) {
        eventsTopic = topics.events();
        ledgerTopic = topics.ledger();
        this.found = found.sequences();
        this.begun = found.begun();
        int partitions = this.found.length;
        sequences = new long[partitions];
        records = new long[partitions];
        fingerprints = new long[partitions];
        touchedAtMs = new long[partitions];
        envelope.run = run;
        envelope.source = source;
        producer = new BatchingProducer(
                ProducerProperties.of(cluster, paced, batchBytes), eventsTopic, partitions, path, this::answer);
    }

    private void answer(int events, Exception exception) {
        if (exception == null) {
            add(answered, events);
        } else {
            failed.addAndGet(events);
            failure.compareAndSet(null, exception);
        }
    }

    /** For one writer: readers see it a moment later, and nobody waits for them as after a volatile write. */
    private static void add(AtomicLong counter, int more) {
        counter.lazySet(counter.getPlain() + more);
    }

    /** Sends one delivery, unless it is dropped, or the log has it from before a restart; says whether it gave it to the client. */
    boolean send(Delivery delivery, long intendedAtMs) {
        ThreadKey.write(delivery.thread, key);
        int partition = ThreadKey.partition(key, sequences.length);
        long sequence = ++sequences[partition];
        if (delivery.dropped) {
            return false;
        }
        touchedAtMs[partition] = intendedAtMs;
        boolean there = sequence <= found[partition];
        envelope.sequence = sequence;
        envelope.emittedAt = delivery.emittedAt;
        envelope.intendedAtMs = intendedAtMs;
        boolean readable = delivery.damage == Damage.NONE;
        if (readable) {
            encode(delivery);
            records[partition]++;
            fingerprints[partition] += Hash.mix(writer.lastContentHash());
        }
        add(scheduled, 1);
        if (there) {
            add(resumed, 1);
        } else if (readable) {
            producer.send(partition, intendedAtMs, key, writer.value(), writer.length());
        } else {
            byte[] number = new RecordNumber(envelope.run, envelope.source, sequence).toBytes();
            byte[] value = damaged(delivery);
            Header[] headers = {new NumberHeader(number)};
            producer.send(partition, intendedAtMs, key, value, value.length, headers);
        }
        return !there;
    }

    /** Whether the log has a delivery, the next in order, from before a restart; what is dropped counts with what is around it. */
    boolean isThere(Delivery delivery) {
        ThreadKey.write(delivery.thread, key);
        int partition = ThreadKey.partition(key, sequences.length);
        return sequences[partition] < found[partition];
    }

    private void sendOther(ProducerRecord<byte[], byte[]> record) {
        add(others, 1);
        producer.send(record, onOther);
    }

    private byte[] damaged(Delivery delivery) {
        return switch (delivery.damage) {
            case GARBAGE -> DamagedRecords.garbage(delivery.damageSeed);
            case UNKNOWN_KIND -> writer.unknownKind(envelope);
            case CORRUPT_COPY -> {
                encode(delivery);
                yield DamagedRecords.corrupt(writer.toBytes(), delivery.damageSeed);
            }
            case NONE -> throw new IllegalArgumentException("not damaged: " + delivery.thread);
        };
    }

    private void encode(Delivery delivery) {
        if (delivery.kind == Delivery.Kind.DOCUMENT || delivery.copyOfDocument) {
            writer.encode(envelope, delivery.document);
        } else {
            writer.encode(envelope, delivery.status);
        }
    }

    /** Sends a tick to each partition that has heard nothing for so long. */
    void tickSilent(long emittedAt, long nowMs, long silentMs) {
        for (int p = 0; p < touchedAtMs.length; p++) {
            if (nowMs - touchedAtMs[p] >= silentMs && sequences[p] >= found[p]) {
                touchedAtMs[p] = nowMs;
                ticks++;
                markEnvelope(emittedAt, nowMs);
                sendOther(new ProducerRecord<>(eventsTopic, p, null, writer.tick(envelope)));
            }
        }
    }

    /** Sends a marker to every partition that has nothing of this source yet. */
    void sendToNew(EventKind kind, MessageLite marker, long emittedAt) {
        for (int p = 0; p < begun.length; p++) {
            if (!begun[p]) {
                sendMarker(p, kind, marker, emittedAt);
            }
        }
    }

    void sendMarker(int partition, EventKind kind, MessageLite marker, long emittedAt) {
        markers++;
        markEnvelope(emittedAt, System.currentTimeMillis());
        byte[] value = writer.write(envelope, kind, marker);
        sendOther(new ProducerRecord<>(eventsTopic, partition, null, value));
    }

    void sendLedger(byte[] key, byte[] value) {
        sendOther(new ProducerRecord<>(ledgerTopic, 0, key, value));
    }

    /** Waits until the client has an answer for everything sent. */
    void flush() {
        producer.flush();
    }

    /** Notes a failure of the client itself. */
    void failed(Exception exception) {
        failure.compareAndSet(null, exception);
    }

    /** The first send that failed for good, or null. */
    Exception failure() {
        return failure.get();
    }

    /** Answers to anything that was sent. */
    long answers() {
        return answered() + othersAnswered.get();
    }

    /** What waits for an answer; asked for after {@link #answers}, so that it is not below 0. */
    long waiting(long answers) {
        return scheduled.get() - resumed.get() + others.get() - answers;
    }

    long scheduled() {
        return scheduled.get();
    }

    /** What the broker has: answered, or found there. */
    long acknowledged() {
        return answered.get() + resumed.get();
    }

    long failed() {
        return failed.get();
    }

    /** Found in the log, and passed over. */
    long resumed() {
        return resumed.get();
    }

    /** Events given to the client that it has an answer for, good or bad. */
    long answered() {
        return answered.get() + failed.get();
    }

    long ticks() {
        return ticks;
    }

    long markers() {
        return markers;
    }

    /** The last sequence given in a partition. */
    long sequence(int partition) {
        return sequences[partition];
    }

    /** Readable documents and statuses of this source in a partition. */
    long records(int partition) {
        return records[partition];
    }

    /** Their fingerprint, as {@code RunEnded} defines it. */
    long fingerprint(int partition) {
        return fingerprints[partition];
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void markEnvelope(long emittedAt, long nowMs) {
        envelope.sequence = 0;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = nowMs;
    }

    /** The {@link RecordNumber} of a record that cannot be read, beside it. */
    private record NumberHeader(byte[] value) implements Header {
        @Override
        public String key() {
            return RecordNumber.HEADER;
        }
    }
}
