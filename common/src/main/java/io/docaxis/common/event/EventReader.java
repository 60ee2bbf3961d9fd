package io.docaxis.common.event;

import static io.docaxis.common.event.WireFormat.BYTES;
import static io.docaxis.common.event.WireFormat.FIXED64;
import static io.docaxis.common.event.WireFormat.VARINT;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.WireReader.Malformed;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Reads values of the events topic into reused fields. Whatever the bytes, {@link #read} returns: what cannot be read is
 * {@link EventKind#UNREADABLE}, with the reason. Unknown fields are passed over. Not thread-safe.
 */
public final class EventReader {

    static final byte CRC_TAG = (1 << 3) | 5;
    static final int CRC_LENGTH = 5;

    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();
    private final StatusReported status = new StatusReported();
    private final CRC32C crc = new CRC32C();
    private final WireReader in = new WireReader();

    private byte[] bytes;
    private int fieldsAt;
    private int end;
    private int contentAt;
    private int contentEnd;
    private Unreadable problem;

    /** Reads one value; null counts as malformed. The fields hold until the next call. */
    public EventKind read(byte[] value) {
        return read(value, 0, value == null ? 0 : value.length);
    }

    /** Reads one value out of a part of an array; null counts as malformed. The fields hold until the next call. */
    public EventKind read(byte[] from, int start, int stop) {
        problem = null;
        if (from == null || stop - start < CRC_LENGTH || from[start] != CRC_TAG) {
            return unreadable(Unreadable.MALFORMED);
        }
        bytes = from;
        end = stop;
        fieldsAt = start + CRC_LENGTH;
        int checksum = (int) WireFormat.INTS.get(from, start + 1);
        crc.reset();
        crc.update(from, fieldsAt, stop - fieldsAt);
        if ((int) crc.getValue() != checksum) {
            return unreadable(Unreadable.CHECKSUM);
        }
        try {
            return readEvent();
        } catch (Malformed e) {
            return unreadable(Unreadable.MALFORMED);
        }
    }

    public Unreadable problem() {
        return problem;
    }

    public Envelope envelope() {
        return envelope;
    }

    /** Valid after {@link EventKind#DOCUMENT_SENT}. */
    public DocumentSent document() {
        return document;
    }

    /** Valid after {@link EventKind#STATUS_REPORTED}. */
    public StatusReported status() {
        return status;
    }

    /** A hash of the content read last, the envelope left out. */
    public long contentHash() {
        crc.reset();
        crc.update(bytes, contentAt, contentEnd - contentAt);
        return crc.getValue();
    }

    /** @throws IllegalStateException if the marker itself cannot be read, though its checksum holds */
    public RunStarted runStarted() {
        try {
            return RunStarted.parseFrom(ByteBuffer.wrap(bytes, contentAt, contentEnd - contentAt));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("start marker cannot be read", e);
        }
    }

    /** @throws IllegalStateException as {@link #runStarted} */
    public RunEnded runEnded() {
        try {
            return RunEnded.parseFrom(ByteBuffer.wrap(bytes, contentAt, contentEnd - contentAt));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("end marker cannot be read", e);
        }
    }

    private EventKind unreadable(Unreadable reason) {
        problem = reason;
        return EventKind.UNREADABLE;
    }

    private EventKind readEvent() throws Malformed {
        envelope.run = 0;
        envelope.source = 0;
        envelope.sequence = 0;
        envelope.emittedAt = 0;
        envelope.intendedAtMs = 0;
        envelope.intendedAtUs = 0;
        EventKind kind = EventKind.UNREADABLE;
        in.open(bytes, fieldsAt, end);
        while (in.hasMore()) {
            int from = in.at();
            if (in.isNext((2 << 3) | FIXED64)) {
                envelope.run = in.fixed64();
            }
            if (in.isNext((3 << 3) | VARINT)) {
                envelope.source = in.number(EventLimits.MAX_SOURCE);
            }
            if (in.isNext((4 << 3) | VARINT)) {
                envelope.sequence = in.varint();
            }
            if (in.isNext((5 << 3) | VARINT)) {
                envelope.emittedAt = in.number(EventLimits.MAX_TIME);
            }
            if (in.isNext((6 << 3) | VARINT)) {
                envelope.intendedAtMs = in.varint();
            }
            if (in.isNext((7 << 3) | VARINT)) {
                envelope.intendedAtUs = in.number(EventLimits.MAX_MICROS);
            }
            if (in.isNext((10 << 3) | BYTES)) {
                kind = content(EventKind.DOCUMENT_SENT);
            }
            if (in.isNext((11 << 3) | BYTES)) {
                kind = content(EventKind.STATUS_REPORTED);
            }
            if (in.isNext((12 << 3) | BYTES)) {
                kind = content(EventKind.TICK);
            }
            if (in.isNext((13 << 3) | BYTES)) {
                kind = content(EventKind.RUN_STARTED);
            }
            if (in.isNext((14 << 3) | BYTES)) {
                kind = content(EventKind.RUN_ENDED);
            }
            if (in.isNext((9 << 3) | BYTES)) {
                in.skip(in.length());
            }
            if (in.at() == from) {
                in.skipField();
            }
        }
        in.open(bytes, contentAt, contentEnd);
        switch (kind) {
            case DOCUMENT_SENT -> {
                ContentReader.read(in, document);
                return ofKnownCase(kind, document.thread);
            }
            case STATUS_REPORTED -> {
                ContentReader.read(in, status);
                return ofKnownCase(kind, status.thread);
            }
            case UNREADABLE -> problem = Unreadable.UNKNOWN_KIND;
            default -> {
                // ticks are empty, markers are parsed when asked for
            }
        }
        return kind;
    }

    private EventKind ofKnownCase(EventKind kind, long thread) {
        return CaseKind.knows(thread) ? kind : unreadable(Unreadable.UNKNOWN_KIND);
    }

    /** Notes where the content of an event lies, and gives its kind. */
    private EventKind content(EventKind kind) throws Malformed {
        int length = in.length();
        contentAt = in.at();
        contentEnd = contentAt + length;
        in.skip(length);
        return kind;
    }
}
