package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.producer.emission.Damage;
import io.docaxis.producer.emission.Delivery;
import org.apache.kafka.common.header.Header;

/** Makes values of events: of deliveries, ticks and markers. Not thread-safe. */
public final class EventEncoder {

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();

    public EventEncoder(long run, int source) {
        envelope.run = run;
        envelope.source = source;
    }

    /**
     * Sets the envelope of the delivery that is encoded next.
     *
     * @param sequence its number within its partition
     */
    public void envelope(long sequence, long emittedAt, long intendedAtNs) {
        envelope.sequence = sequence;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = intendedAtNs / 1_000_000;
        envelope.intendedAtUs = (int) (intendedAtNs / 1_000 - envelope.intendedAtMs * 1_000);
    }

    /** Encodes a delivery as if it were sound; what the writer then holds is good until the next call. */
    public EventWriter encode(Delivery delivery) {
        if (delivery.kind == Delivery.Kind.DOCUMENT || delivery.copyOfDocument) {
            writer.encode(envelope, delivery.document);
        } else {
            writer.encode(envelope, delivery.status);
        }
        return writer;
    }

    /** A delivery that cannot be read. */
    public byte[] damaged(Delivery delivery) {
        return switch (delivery.damage) {
            case GARBAGE -> DamagedRecords.garbage(delivery.damageSeed);
            case UNKNOWN_KIND -> writer.unknownKind(envelope);
            case CORRUPT_COPY -> DamagedRecords.corrupt(encode(delivery).toBytes(), delivery.damageSeed);
            case NONE -> throw new IllegalArgumentException("not damaged: " + delivery.thread);
        };
    }

    /** The value of any delivery, in an array of its own. */
    public byte[] value(Delivery delivery) {
        return delivery.damage == Damage.NONE ? encode(delivery).toBytes() : damaged(delivery);
    }

    /** What stands beside a record that cannot be read, to find it again after a restart. */
    public RecordNumber number() {
        return new RecordNumber(envelope.run, envelope.source, envelope.sequence);
    }

    /** {@link #number} as a record has it. */
    Header[] numberHeader() {
        return new Header[] {new NumberHeader(number().toBytes())};
    }

    public byte[] tick(long emittedAt, long nowNs) {
        other(emittedAt, nowNs);
        return writer.tick(envelope);
    }

    public byte[] marker(EventKind kind, MessageLite marker, long emittedAt, long nowNs) {
        other(emittedAt, nowNs);
        return writer.write(envelope, kind, marker);
    }

    /** What is no event has no number, and nobody measures when it comes: whole milliseconds will do. */
    private void other(long emittedAt, long nowNs) {
        envelope.sequence = 0;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = nowNs / 1_000_000;
        envelope.intendedAtUs = 0;
    }

    private record NumberHeader(byte[] value) implements Header {
        @Override
        public String key() {
            return RecordNumber.HEADER;
        }
    }
}
