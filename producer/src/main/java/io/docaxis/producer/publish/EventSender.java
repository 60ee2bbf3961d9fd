package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.hash.Hash;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.fastsend.BatchingProducer;
import java.time.Duration;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Gives a source's records to Kafka's idempotent producer, numbering documents and statuses by partition, and passes over what the
 * log has from before a restart. One sending thread.
 */
final class EventSender implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final BatchingProducer producer;
    private final Topics topics;
    private final EventEncoder encoder;
    private final SendCounts counts;
    private final Callback onOther;
    private final byte[] key = new byte[Long.BYTES];

    /** By partition, as all below: the last sequence given, and the last one that the log has from before. */
    private final long[] sequences;

    private final long[] found;
    /** Whether the log has anything of the source from before. */
    private final boolean[] begun;
    /** Readable documents and statuses, and their fingerprint, as {@code RunEnded} defines it. */
    private final long[] records;

    private final long[] fingerprints;
    /** When something was last sent. */
    private final long[] touchedAtMs;

    /** @param counts of what it sends */
    EventSender(
            BatchingProducer producer, Topics topics, EventEncoder encoder, SourceTail.Found found, SendCounts counts) {
        this.producer = producer;
        this.topics = topics;
        this.encoder = encoder;
        this.counts = counts;
        this.found = found.sequences();
        begun = found.begun();
        onOther = (metadata, exception) -> counts.completeOther(exception);
        int partitions = begun.length;
        sequences = new long[partitions];
        records = new long[partitions];
        fingerprints = new long[partitions];
        touchedAtMs = new long[partitions];
    }

    /** Sends one delivery, unless it is dropped, or the log has it from before a restart; says whether it gave it to the client. */
    boolean send(Delivery delivery, long intendedAtMs) {
        int partition = partition(delivery);
        long sequence = ++sequences[partition];
        if (delivery.dropped) {
            return false;
        }
        touchedAtMs[partition] = intendedAtMs;
        boolean isThere = sequence <= found[partition];
        encoder.envelope(sequence, delivery.emittedAt, intendedAtMs);
        EventWriter readable = delivery.damage == Damage.NONE ? encoder.encode(delivery) : null;
        if (readable != null) {
            records[partition]++;
            fingerprints[partition] += Hash.mix(readable.lastContentHash());
        }
        counts.schedule(isThere);
        if (isThere) {
            return false;
        }
        if (readable != null) {
            producer.send(partition, intendedAtMs, key, readable.value(), readable.length());
        } else {
            byte[] value = encoder.damaged(delivery);
            producer.send(partition, intendedAtMs, key, value, value.length, encoder.number());
        }
        return true;
    }

    /** Whether the log has a delivery, the next in order, from before a restart; what is dropped counts with what is around it. */
    boolean isThere(Delivery delivery) {
        int partition = partition(delivery);
        return sequences[partition] < found[partition];
    }

    private int partition(Delivery delivery) {
        ThreadKey.write(delivery.thread, key);
        return ThreadKey.partition(key, sequences.length);
    }

    /** Sends a tick to each partition that has heard nothing for so long. */
    void tickSilent(long emittedAt, long nowMs, long silentMs) {
        for (int p = 0; p < touchedAtMs.length; p++) {
            if (nowMs - touchedAtMs[p] >= silentMs && sequences[p] >= found[p]) {
                touchedAtMs[p] = nowMs;
                counts.tick();
                encoder.envelope(0, emittedAt, nowMs);
                sendOther(new ProducerRecord<>(topics.events(), p, null, encoder.tick()));
            }
        }
    }

    /** Sends a marker to every partition that has nothing of this source yet. */
    void sendToNew(EventKind kind, MessageLite marker, long emittedAt, long nowMs) {
        for (int p = 0; p < begun.length; p++) {
            if (!begun[p]) {
                sendMarker(p, kind, marker, emittedAt, nowMs);
            }
        }
    }

    /** Tells every partition what of this source it should have. */
    void sendEnds(long emittedAt, long nowMs) {
        for (int p = 0; p < begun.length; p++) {
            RunEnded ended = RunEnded.newBuilder()
                    .setRecords(records[p])
                    .setFingerprint(fingerprints[p])
                    .setComplete(true)
                    .setSequence(sequences[p])
                    .build();
            sendMarker(p, EventKind.RUN_ENDED, ended, emittedAt, nowMs);
        }
    }

    private void sendMarker(int partition, EventKind kind, MessageLite marker, long emittedAt, long nowMs) {
        counts.marker();
        encoder.envelope(0, emittedAt, nowMs);
        sendOther(new ProducerRecord<>(topics.events(), partition, null, encoder.marker(kind, marker)));
    }

    void sendLedger(byte[] ledgerKey, byte[] value) {
        sendOther(new ProducerRecord<>(topics.ledger(), 0, ledgerKey, value));
    }

    private void sendOther(ProducerRecord<byte[], byte[]> record) {
        counts.other();
        producer.send(record, onOther);
    }

    /** Waits until everything sent is acknowledged or failed. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
