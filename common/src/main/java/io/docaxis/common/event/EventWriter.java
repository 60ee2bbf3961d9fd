package io.docaxis.common.event;

import com.google.protobuf.MessageLite;
import java.util.zip.CRC32C;

/**
 * Writes values of the events topic as {@code docaxis_event.proto} says, by hand on the wire format: an array of their own is all it
 * allocates for those who want one. The generated classes are its oracle in tests. Not thread-safe.
 */
public final class EventWriter implements ValueWriter {

    private static final int UNKNOWN_KIND_FIELD = 99;
    private static final int PADDING_FIELD = 9;
    /** Bytes that an empty piece of padding takes, the least there can be: its tag and its length. */
    private static final int EMPTY_PIECE = 2;

    private final WireWriter content = new WireWriter();
    private final WireWriter out = new WireWriter();
    private final CRC32C crc = new CRC32C();
    /** Null where nothing is padded. */
    private final PaddingPool pool;

    private long poolAt;
    /** Bytes; 0: values are as long as they are. */
    private int paddedTo;

    private long larger;

    /** One that pads nothing. */
    public EventWriter() {
        this(null, 0);
    }

    /**
     * One that can pad.
     *
     * @param poolAt from where on it takes padding
     */
    public EventWriter(PaddingPool pool, long poolAt) {
        this.pool = pool;
        this.poolAt = poolAt;
    }

    /** {@inheritDoc} Exactly, but for a value that lacks one byte: no field is that short, and it becomes one byte too long. */
    @Override
    public void padTo(int bytes) {
        if (bytes != 0 && pool == null) {
            throw new IllegalStateException("padding to " + bytes + " bytes by a writer that has none");
        }
        paddedTo = bytes;
    }

    @Override
    public long larger() {
        return larger;
    }

    public byte[] write(Envelope envelope, DocumentSent document) {
        encode(envelope, document);
        return toBytes();
    }

    public byte[] write(Envelope envelope, StatusReported status) {
        encode(envelope, status);
        return toBytes();
    }

    @Override
    public void encode(Envelope envelope, DocumentSent document) {
        encode(document);
        close(envelope, EventKind.DOCUMENT_SENT.field);
    }

    @Override
    public void encode(Envelope envelope, StatusReported status) {
        encode(status);
        close(envelope, EventKind.STATUS_REPORTED.field);
    }

    @Override
    public byte[] tick(Envelope envelope) {
        content.clear();
        close(envelope, EventKind.TICK.field);
        return toBytes();
    }

    @Override
    public byte[] unknownKind(Envelope envelope) {
        content.clear();
        content.varint(1, 1);
        close(envelope, UNKNOWN_KIND_FIELD);
        return toBytes();
    }

    @Override
    public byte[] write(Envelope envelope, EventKind kind, MessageLite marker) {
        byte[] bytes = marker.toByteArray();
        content.clear();
        content.ensure(bytes.length);
        System.arraycopy(bytes, 0, content.buffer, 0, bytes.length);
        content.length = bytes.length;
        close(envelope, kind.field);
        return toBytes();
    }

    @Override
    public byte[] value() {
        return out.buffer;
    }

    @Override
    public int length() {
        return out.length;
    }

    @Override
    public byte[] toBytes() {
        return out.toBytes();
    }

    @Override
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
        if (paddedTo != 0) {
            pad();
        }
        crc.reset();
        crc.update(w.buffer, EventReader.CRC_LENGTH, w.length - EventReader.CRC_LENGTH);
        w.buffer[0] = EventReader.CRC_TAG;
        WireFormat.INTS.set(w.buffer, 1, (int) crc.getValue());
    }

    private void pad() {
        int lacking = paddedTo - out.length;
        if (lacking <= 0) {
            larger += lacking < 0 ? 1 : 0;
            return;
        }
        int rest = Math.max(lacking, EMPTY_PIECE);
        int length = rest - EMPTY_PIECE;
        while (taken(length) > rest) {
            length--;
        }
        if (taken(length) < rest) {
            // a byte more of content would take two, for the length then takes one more; two pieces can be so long
            piece(0);
            length--;
        }
        piece(length);
    }

    /** Bytes that a piece takes. */
    private static int taken(int length) {
        return 1 + WireFormat.varintSize(length) + length;
    }

    private void piece(int length) {
        int at = out.room(PADDING_FIELD, length);
        pool.copy(poolAt, out.buffer, at, length);
        poolAt += length;
    }
}
