package io.docaxis.producer.publish;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.Envelope;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventWriter;
import io.docaxis.common.event.RecordNumber;
import io.docaxis.producer.emission.Delivery;
import org.apache.kafka.common.header.Header;

/** Makes values of records from what a source sends. Not thread-safe. */
final class EventEncoder {

    private final EventWriter writer = new EventWriter();
    private final Envelope envelope = new Envelope();

    EventEncoder(long run, int source) {
        envelope.run = run;
        envelope.source = source;
    }

    /** Sets the envelope of what is encoded next: number within its partition (0: none), simulated and wall-clock time. */
    void envelope(long sequence, long emittedAt, long intendedAtMs) {
        envelope.sequence = sequence;
        envelope.emittedAt = emittedAt;
        envelope.intendedAtMs = intendedAtMs;
    }

    /** Encodes a delivery as if it were sound; what the writer then holds is good until the next call. */
    EventWriter encode(Delivery delivery) {
        if (delivery.kind == Delivery.Kind.DOCUMENT || delivery.copyOfDocument) {
            writer.encode(envelope, delivery.document);
        } else {
            writer.encode(envelope, delivery.status);
        }
        return writer;
    }

    /** A delivery that cannot be read. */
    byte[] damaged(Delivery delivery) {
        return switch (delivery.damage) {
            case GARBAGE -> DamagedRecords.garbage(delivery.damageSeed);
            case UNKNOWN_KIND -> writer.unknownKind(envelope);
            case CORRUPT_COPY -> DamagedRecords.corrupt(encode(delivery).toBytes(), delivery.damageSeed);
            case NONE -> throw new IllegalArgumentException("not damaged: " + delivery.thread);
        };
    }

    /** What stands beside a record that cannot be read, to find it again after a restart. */
    Header[] number() {
        return new Header[] {
            new NumberHeader(new RecordNumber(envelope.run, envelope.source, envelope.sequence).toBytes())
        };
    }

    byte[] tick() {
        return writer.tick(envelope);
    }

    byte[] marker(EventKind kind, MessageLite marker) {
        return writer.write(envelope, kind, marker);
    }

    private record NumberHeader(byte[] value) implements Header {
        @Override
        public String key() {
            return RecordNumber.HEADER;
        }
    }
}
