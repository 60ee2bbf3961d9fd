package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.EncodedEvent;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.hash.Hash;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import io.docaxis.producer.fastsend.BatchingProducer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The sink that is Kafka: gives a source's records to Kafka's idempotent producer, numbering documents and statuses by partition, and passes over what the
 * log has from before a restart. One sending thread.
 */
final class EventSender implements EventSink, AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final BatchingProducer producer;
    private final String topic;
    private final String ledgerTopic;
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
    private final long[] touchedAtNs;

    /** @param counts of what it sends */
    EventSender(
            BatchingProducer producer, Topics topics, EventEncoder encoder, SourceTail.Found found, SendCounts counts) {
        this(producer, topics.events(), topics.ledger(), encoder, found, counts);
    }

    /** @param ledgerTopic of no meaning where no ledger is written */
    EventSender(
            BatchingProducer producer,
            String topic,
            String ledgerTopic,
            EventEncoder encoder,
            SourceTail.Found found,
            SendCounts counts) {
        this.producer = producer;
        this.topic = topic;
        this.ledgerTopic = ledgerTopic;
        this.encoder = encoder;
        this.counts = counts;
        this.found = found.sequences();
        begun = found.begun();
        onOther = (metadata, exception) -> counts.completeOther(exception);
        int partitions = begun.length;
        sequences = new long[partitions];
        records = new long[partitions];
        fingerprints = new long[partitions];
        touchedAtNs = new long[partitions];
    }

    @Override
    public boolean send(Delivery delivery, long intendedAtNs, long nowNs) {
        int partition = partition(delivery);
        long sequence = ++sequences[partition];
        if (delivery.dropped) {
            return false;
        }
        boolean isThere = sequence <= found[partition];
        encoder.envelope(sequence, delivery.emittedAt, intendedAtNs);
        EncodedEvent readable = delivery.damage == Damage.NONE ? encoder.encode(delivery) : null;
        if (readable != null) {
            records[partition]++;
            fingerprints[partition] += Hash.mix(readable.lastContentHash());
        }
        counts.schedule(isThere);
        if (isThere) {
            return false;
        }
        touchedAtNs[partition] = nowNs;
        if (readable != null) {
            producer.send(partition, intendedAtNs, nowNs, key, readable.value(), readable.length(), encoder.headers());
        } else {
            byte[] value = encoder.damaged(delivery);
            producer.send(partition, intendedAtNs, nowNs, key, value, value.length, encoder.numberHeader());
        }
        return true;
    }

    @Override
    public boolean isThere(Delivery delivery) {
        int partition = partition(delivery);
        return sequences[partition] < found[partition];
    }

    private int partition(Delivery delivery) {
        ThreadKey.write(delivery.thread, key);
        return ThreadKey.partition(key, sequences.length);
    }

    @Override
    public long sendDue(long nowNs, long nextAtNs) {
        return producer.sendDue(nowNs, nextAtNs);
    }

    @Override
    public void tickSilent(long emittedAt, long nowNs) {
        for (int p = 0; p < touchedAtNs.length; p++) {
            if (nowNs - touchedAtNs[p] >= TICK_NS && sequences[p] >= found[p]) {
                touchedAtNs[p] = nowNs;
                counts.tick();
                sendOther(p, encoder.tick(emittedAt, nowNs));
            }
        }
    }

    @Override
    public void sendToNew(EventKind kind, MessageLite marker, long emittedAt, long nowNs) {
        for (int p = 0; p < begun.length; p++) {
            // where one is not taken, each would be waited for
            if (!begun[p] && counts.firstFailed() == null) {
                sendMarker(p, kind, marker, emittedAt, nowNs);
            }
        }
    }

    @Override
    public void sendEnds(long endsAt, long emittedAt, long nowNs) {
        for (int p = 0; p < begun.length; p++) {
            RunEnded ended = RunEnded.newBuilder()
                    .setRecords(records[p])
                    .setFingerprint(fingerprints[p])
                    .setComplete(counts.areAllAcknowledged())
                    .setSequence(sequences[p])
                    .setEndsAt(endsAt)
                    .build();
            sendMarker(p, EventKind.RUN_ENDED, ended, emittedAt, nowNs);
        }
    }

    private void sendMarker(int partition, EventKind kind, MessageLite marker, long emittedAt, long nowNs) {
        counts.marker();
        touchedAtNs[partition] = nowNs;
        sendOther(partition, encoder.marker(kind, marker, emittedAt, nowNs));
    }

    private void sendOther(int partition, byte[] value) {
        sendOther(new ProducerRecord<>(topic, partition, null, null, value, List.of(encoder.headers())));
    }

    @Override
    public void sendLedger(byte[] ledgerKey, byte[] value) {
        sendOther(new ProducerRecord<>(ledgerTopic, 0, ledgerKey, value));
    }

    private void sendOther(ProducerRecord<byte[], byte[]> record) {
        counts.other();
        producer.send(record, onOther);
    }

    @Override
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
