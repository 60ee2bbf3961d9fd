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

    private static final int MAX_SOURCE = 0xFFFF;
    /** The highest of two bits, as an urgency and a business type are. */
    private static final int MAX_OF_FOUR = 3;

    /** Highest event ordinal of a thread. */
    public static final int MAX_ORDINAL = 0xFFFF;
    /** Highest document number in a thread. */
    public static final int MAX_DOCUMENT = 0x3FF;
    /** Highest thread number. */
    public static final long MAX_THREAD = (1L << 36) - 1;
    /** Latest time that can be written: far beyond any calendar. */
    public static final long MAX_TIME = (1L << 38) - 1;

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
    private int checksum;
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
        checksum = (int) WireFormat.INTS.get(from, start + 1);
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

    /** The stored checksum of the value read last. */
    public int checksum() {
        return checksum;
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
        EventKind kind = EventKind.UNREADABLE;
        in.open(bytes, fieldsAt, end);
        while (in.hasMore()) {
            int from = in.at();
            if (in.isNext((2 << 3) | FIXED64)) {
                envelope.run = in.fixed64();
            }
            if (in.isNext((3 << 3) | VARINT)) {
                envelope.source = in.number(MAX_SOURCE);
            }
            if (in.isNext((4 << 3) | VARINT)) {
                envelope.sequence = in.varint();
            }
            if (in.isNext((5 << 3) | VARINT)) {
                envelope.emittedAt = in.number(MAX_TIME);
            }
            if (in.isNext((6 << 3) | VARINT)) {
                envelope.intendedAtMs = in.varint();
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
            if (in.at() == from) {
                in.skipField();
            }
        }
        switch (kind) {
            case DOCUMENT_SENT -> readDocument();
            case STATUS_REPORTED -> readStatus();
            case UNREADABLE -> problem = Unreadable.UNKNOWN_KIND;
            default -> {
                // ticks are empty, markers are parsed when asked for
            }
        }
        return kind;
    }

    /** Notes where the content of an event lies, and gives its kind. */
    private EventKind content(EventKind kind) throws Malformed {
        int length = in.length();
        contentAt = in.at();
        contentEnd = contentAt + length;
        in.skip(length);
        return kind;
    }

    private void readDocument() throws Malformed {
        DocumentSent d = document;
        d.clear();
        in.open(bytes, contentAt, contentEnd);
        while (in.hasMore()) {
            int from = in.at();
            if (in.isNext((1 << 3) | VARINT)) {
                d.thread = in.number(MAX_THREAD);
            }
            if (in.isNext((2 << 3) | VARINT)) {
                d.ordinal = in.number(MAX_ORDINAL);
            }
            if (in.isNext((3 << 3) | VARINT)) {
                d.document = in.number(MAX_DOCUMENT);
            }
            if (in.isNext((4 << 3) | VARINT)) {
                d.sender = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((5 << 3) | BYTES)) {
                d.senderCode = in.string();
            }
            if (in.isNext((6 << 3) | BYTES)) {
                addReceivers(in.length());
            }
            if (in.isNext((6 << 3) | VARINT)) {
                d.addReceiver(in.number(Integer.MAX_VALUE));
            }
            if (in.isNext((7 << 3) | BYTES)) {
                d.addReceiverCode(in.string());
            }
            if (in.isNext((8 << 3) | VARINT)) {
                d.type = in.number(DocumentType.count() - 1);
            }
            if (in.isNext((9 << 3) | VARINT)) {
                d.urgency = in.number(MAX_OF_FOUR);
            }
            if (in.isNext((10 << 3) | VARINT)) {
                d.business = in.number(MAX_OF_FOUR);
            }
            if (in.isNext((11 << 3) | VARINT)) {
                d.signedAt = in.number(MAX_TIME);
            }
            if (in.isNext((12 << 3) | VARINT)) {
                d.sentAt = in.number(MAX_TIME);
            }
            if (in.isNext((13 << 3) | VARINT)) {
                d.dueOn = (int) in.varint();
            }
            if (in.isNext((14 << 3) | BYTES)) {
                d.dueOnText = in.string();
            }
            if (in.isNext((15 << 3) | VARINT)) {
                d.answers = in.number(MAX_DOCUMENT);
            }
            if (in.isNext((16 << 3) | VARINT)) {
                d.concerns = in.number(MAX_DOCUMENT);
            }
            if (in.at() == from) {
                in.skipField();
            }
        }
        if (d.senderCode != null) {
            d.sender = DocumentSent.ABSENT;
        }
    }

    private void addReceivers(int length) throws Malformed {
        int stop = in.at() + length;
        while (in.at() < stop) {
            document.addReceiver(in.number(Integer.MAX_VALUE));
        }
        if (in.at() != stop) {
            throw WireReader.MALFORMED;
        }
    }

    private void readStatus() throws Malformed {
        StatusReported s = status;
        s.clear();
        in.open(bytes, contentAt, contentEnd);
        while (in.hasMore()) {
            int from = in.at();
            if (in.isNext((1 << 3) | VARINT)) {
                s.thread = in.number(MAX_THREAD);
            }
            if (in.isNext((2 << 3) | VARINT)) {
                s.ordinal = in.number(MAX_ORDINAL);
            }
            if (in.isNext((3 << 3) | VARINT)) {
                s.document = in.number(MAX_DOCUMENT);
            }
            if (in.isNext((4 << 3) | VARINT)) {
                s.receiver = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((5 << 3) | BYTES)) {
                s.receiverCode = in.string();
            }
            if (in.isNext((6 << 3) | VARINT)) {
                s.reporter = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((7 << 3) | VARINT)) {
                s.status = in.number(Integer.MAX_VALUE);
            }
            if (in.isNext((8 << 3) | VARINT)) {
                s.occurredAt = in.number(MAX_TIME);
            }
            if (in.at() == from) {
                in.skipField();
            }
        }
        if (s.receiverCode != null) {
            s.receiver = DocumentSent.ABSENT;
        }
    }
}
