package io.docaxis.common.event;

import com.google.protobuf.MessageLite;
import java.util.zip.CRC32C;

/**
 * Writes values of the events topic as {@code docaxis_event.proto} says, by hand on the wire format: an array of their own is all it
 * allocates for those who want one. The generated classes are its oracle in tests. Not thread-safe.
 */
public final class EventWriter {

    private static final int UNKNOWN_KIND_FIELD = 99;

    private final WireWriter content = new WireWriter();
    private final WireWriter out = new WireWriter();
    private final CRC32C crc = new CRC32C();

    public byte[] write(Envelope envelope, DocumentSent document) {
        encode(envelope, document);
        return toBytes();
    }

    public byte[] write(Envelope envelope, StatusReported status) {
        encode(envelope, status);
        return toBytes();
    }

    /** Writes a document for {@link #value}. */
    public void encode(Envelope envelope, DocumentSent document) {
        encode(document);
        close(envelope, EventKind.DOCUMENT_SENT.field);
    }

    /** Writes a status for {@link #value}. */
    public void encode(Envelope envelope, StatusReported status) {
        encode(status);
        close(envelope, EventKind.STATUS_REPORTED.field);
    }

    public byte[] tick(Envelope envelope) {
        content.clear();
        close(envelope, EventKind.TICK.field);
        return toBytes();
    }

    /** Writes an event of a kind that this version does not know: a reader must make a dead letter of it. */
    public byte[] unknownKind(Envelope envelope) {
        content.clear();
        content.varint(1, 1);
        close(envelope, UNKNOWN_KIND_FIELD);
        return toBytes();
    }

    /** Writes a start or end marker. */
    public byte[] write(Envelope envelope, EventKind kind, MessageLite marker) {
        byte[] bytes = marker.toByteArray();
        content.clear();
        content.ensure(bytes.length);
        System.arraycopy(bytes, 0, content.buffer, 0, bytes.length);
        content.length = bytes.length;
        close(envelope, kind.field);
        return toBytes();
    }

    /** An array that begins with what was written last, until something else is. */
    public byte[] value() {
        return out.buffer;
    }

    /** How many bytes of {@link #value} it is. */
    public int length() {
        return out.length;
    }

    /** What was written last, in an array of its own. */
    public byte[] toBytes() {
        return out.toBytes();
    }

    /** A hash of the content written last, the envelope left out: equal for one (scenario, seed), however delivered. */
    public long lastContentHash() {
        crc.reset();
        crc.update(content.buffer, 0, content.length);
        return crc.getValue();
    }

    private void encode(DocumentSent d) {
        WireWriter w = content;
        w.clear();
        w.varint(1, d.thread);
        w.varint(2, d.ordinal);
        w.varint(3, d.document);
        if (d.sender >= 0) {
            w.varint(4, d.sender);
        }
        w.string(5, d.senderCode);
        w.packed(6, d.receivers, d.receiverCount);
        for (int i = 0; i < d.receiverCodeCount; i++) {
            w.element(7, d.receiverCodes[i]);
        }
        w.varint(8, d.type);
        w.varint(9, d.urgency);
        w.varint(10, d.business);
        w.varint(11, d.signedAt);
        w.varint(12, d.sentAt);
        if (d.dueOn != DocumentSent.NO_DATE) {
            w.presentVarint(13, d.dueOn);
        }
        w.string(14, d.dueOnText);
        if (d.answers >= 0) {
            w.presentVarint(15, d.answers);
        }
        if (d.concerns >= 0) {
            w.presentVarint(16, d.concerns);
        }
    }

    private void encode(StatusReported s) {
        WireWriter w = content;
        w.clear();
        w.varint(1, s.thread);
        w.varint(2, s.ordinal);
        w.varint(3, s.document);
        if (s.receiver >= 0) {
            w.varint(4, s.receiver);
        }
        w.string(5, s.receiverCode);
        if (s.reporter >= 0) {
            w.presentVarint(6, s.reporter);
        }
        w.varint(7, s.status);
        w.varint(8, s.occurredAt);
    }

    private void close(Envelope envelope, int field) {
        WireWriter w = out;
        w.length = EventReader.CRC_LENGTH;
        w.fixed64(2, envelope.run);
        w.varint(3, envelope.source);
        w.varint(4, envelope.sequence);
        w.varint(5, envelope.emittedAt);
        w.varint(6, envelope.intendedAtMs);
        w.varint(7, envelope.intendedAtUs);
        w.bytes(field, content.buffer, content.length);
        crc.reset();
        crc.update(w.buffer, EventReader.CRC_LENGTH, w.length - EventReader.CRC_LENGTH);
        w.buffer[0] = EventReader.CRC_TAG;
        WireFormat.INTS.set(w.buffer, 1, (int) crc.getValue());
    }
}
