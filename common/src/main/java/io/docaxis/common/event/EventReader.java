package io.docaxis.common.event;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Reads values of the events topic into reused fields. Whatever the bytes, {@link #read} returns: what cannot be read is
 * {@link EventKind#UNREADABLE}, with the reason. Unknown fields are passed over. Not thread-safe.
 */
public final class EventReader {

    static final byte CRC_TAG = (1 << 3) | 5;
    static final int CRC_LENGTH = 5;

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    /** Highest event ordinal of a thread. */
    public static final int MAX_ORDINAL = 0xFFFF;
    /** Highest document number in a thread. */
    public static final int MAX_DOCUMENT = 0x3FF;
    /** Highest thread number. */
    public static final long MAX_THREAD = (1L << 36) - 1;
    /** Latest time that can be written: far beyond any calendar. */
    public static final long MAX_TIME = (1L << 38) - 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Thrown inside only; no stack trace, for bad bytes may be many. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super("malformed", null, false, false);
        }
    }

    private static final Malformed MALFORMED = new Malformed();

    private final Envelope envelope = new Envelope();
    private final DocumentSent document = new DocumentSent();
    private final StatusReported status = new StatusReported();
    private final CRC32C crc = new CRC32C();

    private byte[] bytes;
    private int at;
    private int contentAt;
    private int contentEnd;
    private int checksum;
    private Unreadable problem;

    /** Reads one value; null counts as malformed. The fields hold until the next call. */
    public EventKind read(byte[] value) {
        problem = null;
        if (value == null || value.length < CRC_LENGTH || value[0] != CRC_TAG) {
            return unreadable(Unreadable.MALFORMED);
        }
        bytes = value;
        checksum = (value[1] & 0xFF) | (value[2] & 0xFF) << 8 | (value[3] & 0xFF) << 16 | (value[4] & 0xFF) << 24;
        crc.reset();
        crc.update(value, CRC_LENGTH, value.length - CRC_LENGTH);
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
        at = CRC_LENGTH;
        int end = bytes.length;
        readInOrder(end);
        int kindField = 0;
        while (at < end) {
            int tag = tag(end);
            int field = tag >>> 3;
            switch (tag) {
                case (2 << 3) | FIXED64 -> envelope.run = fixed64(end);
                case (3 << 3) | VARINT -> envelope.source = number(end, 0xFFFF);
                case (4 << 3) | VARINT -> envelope.sequence = varint(end);
                case (5 << 3) | VARINT -> envelope.emittedAt = time(end);
                case (6 << 3) | VARINT -> envelope.intendedAtMs = varint(end);
                default -> {
                    if (field >= 10 && (tag & 7) == BYTES) {
                        int length = length(end);
                        if (EventKind.ofField(field) != EventKind.UNREADABLE) {
                            kindField = field;
                            contentAt = at;
                            contentEnd = at + length;
                        }
                        at += length;
                    } else {
                        skip(tag & 7, end);
                    }
                }
            }
        }
        EventKind kind = EventKind.ofField(kindField);
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

    /**
     * Reads as much of the envelope as is in the order in which it is written: one comparison a field, which the processor
     * foresees. What is otherwise, whoever comes next finds.
     */
    private void readInOrder(int end) throws Malformed {
        if (isNext((2 << 3) | FIXED64, end)) {
            envelope.run = fixed64(end);
        }
        if (isNext((3 << 3) | VARINT, end)) {
            envelope.source = number(end, 0xFFFF);
        }
        if (isNext((4 << 3) | VARINT, end)) {
            envelope.sequence = varint(end);
        }
        if (isNext((5 << 3) | VARINT, end)) {
            envelope.emittedAt = time(end);
        }
        if (isNext((6 << 3) | VARINT, end)) {
            envelope.intendedAtMs = varint(end);
        }
    }

    /** Whether the next field has a tag, of one byte; then it is passed. */
    private boolean isNext(int tag, int end) {
        if (at < end && bytes[at] == tag) {
            at++;
            return true;
        }
        return false;
    }

    private void readDocument() throws Malformed {
        DocumentSent d = document;
        d.clear();
        at = contentAt;
        int end = contentEnd;
        while (at < end) {
            int tag = tag(end);
            switch (tag) {
                case (1 << 3) | VARINT -> d.thread = bounded(end, MAX_THREAD);
                case (2 << 3) | VARINT -> d.ordinal = number(end, MAX_ORDINAL);
                case (3 << 3) | VARINT -> d.document = number(end, MAX_DOCUMENT);
                case (4 << 3) | VARINT -> d.sender = number(end, Integer.MAX_VALUE);
                case (5 << 3) | BYTES -> d.senderCode = string(end);
                case (6 << 3) | BYTES -> {
                    int stop = length(end) + at;
                    while (at < stop) {
                        d.addReceiver(number(stop, Integer.MAX_VALUE));
                    }
                }
                case (6 << 3) | VARINT -> d.addReceiver(number(end, Integer.MAX_VALUE));
                case (7 << 3) | BYTES -> d.addReceiverCode(string(end));
                case (8 << 3) | VARINT -> d.type = number(end, DocumentType.count() - 1);
                case (9 << 3) | VARINT -> d.urgency = number(end, 3);
                case (10 << 3) | VARINT -> d.business = number(end, 3);
                case (11 << 3) | VARINT -> d.signedAt = time(end);
                case (12 << 3) | VARINT -> d.sentAt = time(end);
                case (13 << 3) | VARINT -> d.dueOn = (int) varint(end);
                case (14 << 3) | BYTES -> d.dueOnText = string(end);
                case (15 << 3) | VARINT -> d.answers = number(end, MAX_DOCUMENT);
                case (16 << 3) | VARINT -> d.concerns = number(end, MAX_DOCUMENT);
                default -> skip(tag & 7, end);
            }
        }
        if (d.senderCode != null) {
            d.sender = DocumentSent.ABSENT;
        }
    }

    private void readStatus() throws Malformed {
        StatusReported s = status;
        s.clear();
        at = contentAt;
        int end = contentEnd;
        readInOrder(s, end);
        while (at < end) {
            int tag = tag(end);
            switch (tag) {
                case (1 << 3) | VARINT -> s.thread = bounded(end, MAX_THREAD);
                case (2 << 3) | VARINT -> s.ordinal = number(end, MAX_ORDINAL);
                case (3 << 3) | VARINT -> s.document = number(end, MAX_DOCUMENT);
                case (4 << 3) | VARINT -> s.receiver = number(end, Integer.MAX_VALUE);
                case (5 << 3) | BYTES -> s.receiverCode = string(end);
                case (6 << 3) | VARINT -> s.reporter = number(end, Integer.MAX_VALUE);
                case (7 << 3) | VARINT -> s.status = number(end, Integer.MAX_VALUE);
                case (8 << 3) | VARINT -> s.occurredAt = time(end);
                default -> skip(tag & 7, end);
            }
        }
        if (s.receiverCode != null) {
            s.receiver = DocumentSent.ABSENT;
        }
    }

    /** As {@link #readInOrder(int)}, of a status. */
    private void readInOrder(StatusReported s, int end) throws Malformed {
        if (isNext((1 << 3) | VARINT, end)) {
            s.thread = bounded(end, MAX_THREAD);
        }
        if (isNext((2 << 3) | VARINT, end)) {
            s.ordinal = number(end, MAX_ORDINAL);
        }
        if (isNext((3 << 3) | VARINT, end)) {
            s.document = number(end, MAX_DOCUMENT);
        }
        if (isNext((4 << 3) | VARINT, end)) {
            s.receiver = number(end, Integer.MAX_VALUE);
        }
        if (isNext((7 << 3) | VARINT, end)) {
            s.status = number(end, Integer.MAX_VALUE);
        }
        if (isNext((8 << 3) | VARINT, end)) {
            s.occurredAt = time(end);
        }
    }

    private int tag(int end) throws Malformed {
        long tag = varint(end);
        if (tag >>> 3 == 0 || tag >>> 32 != 0) {
            throw MALFORMED;
        }
        return (int) tag;
    }

    private int number(int end, int max) throws Malformed {
        return (int) bounded(end, max);
    }

    private long time(int end) throws Malformed {
        return bounded(end, MAX_TIME);
    }

    private long bounded(int end, long max) throws Malformed {
        long value = varint(end);
        if (value < 0 || value > max) {
            throw MALFORMED;
        }
        return value;
    }

    /** Most are of one byte; small enough to be inlined wherever it is called. */
    private long varint(int end) throws Malformed {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        return longVarint(end);
    }

    private long longVarint(int end) throws Malformed {
        byte[] from = bytes;
        int next = at;
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (next >= end) {
                throw MALFORMED;
            }
            byte digit = from[next++];
            value |= (digit & 0x7FL) << shift;
            if (digit >= 0) {
                at = next;
                return value;
            }
        }
        throw MALFORMED;
    }

    private long fixed64(int end) throws Malformed {
        if (end - at < 8) {
            throw MALFORMED;
        }
        long value = (long) LONGS.get(bytes, at);
        at += 8;
        return value;
    }

    private int length(int end) throws Malformed {
        long length = varint(end);
        if (length < 0 || length > end - at) {
            throw MALFORMED;
        }
        return (int) length;
    }

    private String string(int end) throws Malformed {
        int length = length(end);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private void skip(int wireType, int end) throws Malformed {
        switch (wireType) {
            case VARINT -> varint(end);
            case FIXED64 -> skipBytes(8, end);
            case BYTES -> skipBytes(length(end), end);
            case FIXED32 -> skipBytes(4, end);
            default -> throw MALFORMED;
        }
    }

    private void skipBytes(int count, int end) throws Malformed {
        if (end - at < count) {
            throw MALFORMED;
        }
        at += count;
    }
}
