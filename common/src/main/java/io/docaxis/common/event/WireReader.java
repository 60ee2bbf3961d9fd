package io.docaxis.common.event;

import static io.docaxis.common.event.WireFormat.BYTES;
import static io.docaxis.common.event.WireFormat.FIXED32;
import static io.docaxis.common.event.WireFormat.FIXED64;
import static io.docaxis.common.event.WireFormat.VARINT;

import java.nio.charset.StandardCharsets;

/**
 * Protocol Buffers wire format out of a part of an array. Not thread-safe.
 *
 * <p>Whoever reads asks for each field in the order in which they are written, which is a comparison that the processor foresees, where a
 * loop over tags jumps somewhere else each time; and asks again from the first on until all is read, so that any order will do:
 *
 * <pre>{@code
 * while (in.hasMore()) {
 *     int from = in.at();
 *     if (in.isNext(3 << 3 | VARINT)) {
 *         source = in.number(MAX_SOURCE);
 *     }
 *     …
 *     if (in.at() == from) {
 *         in.skipField();
 *     }
 * }
 * }</pre>
 */
final class WireReader {

    /** Not the format, or a value that cannot be. Thrown inside only; no stack trace, for bad bytes may be many. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private Malformed() {
            super("malformed", null, false, false);
        }
    }

    static final Malformed MALFORMED = new Malformed();

    private byte[] bytes;
    private int at;
    private int end;

    /** Reads a part of an array from now on. */
    void open(byte[] from, int start, int stop) {
        bytes = from;
        at = start;
        end = stop;
    }

    boolean hasMore() {
        return at < end;
    }

    /** The index of the byte that is read next. */
    int at() {
        return at;
    }

    /** Whether the next field has a tag, of one byte or two; then it is passed, and its value is next. */
    boolean isNext(int tag) {
        if (tag < 0x80) {
            if (at < end && bytes[at] == tag) {
                at++;
                return true;
            }
        } else if (at + 1 < end && bytes[at] == (byte) (tag | 0x80) && bytes[at + 1] == tag >>> 7) {
            at += 2;
            return true;
        }
        return false;
    }

    /**
     * Passes a field, whatever it is.
     *
     * @throws Malformed also if its tag takes more bytes than it needs: {@link #isNext} would not know one of ours
     */
    void skipField() throws Malformed {
        int from = at;
        long tag = varint();
        if (tag >>> 3 == 0 || tag >>> 32 != 0 || at - from != WireFormat.varintSize(tag)) {
            throw MALFORMED;
        }
        switch ((int) tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> skip(Long.BYTES);
            case BYTES -> skip(length());
            case FIXED32 -> skip(Integer.BYTES);
            default -> throw MALFORMED;
        }
    }

    int number(int max) throws Malformed {
        return (int) number((long) max);
    }

    /** A number from 0 up to a highest. */
    long number(long max) throws Malformed {
        long value = varint();
        if (value < 0 || value > max) {
            throw MALFORMED;
        }
        return value;
    }

    /** Most are of one byte; small enough to be inlined wherever it is called. */
    long varint() throws Malformed {
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        return longVarint();
    }

    private long longVarint() throws Malformed {
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

    long fixed64() throws Malformed {
        int from = at;
        skip(Long.BYTES);
        return (long) WireFormat.LONGS.get(bytes, from);
    }

    /** Of bytes: how many follow, which are there. */
    int length() throws Malformed {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw MALFORMED;
        }
        return (int) length;
    }

    String string() throws Malformed {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Passes bytes. */
    void skip(int count) throws Malformed {
        if (end - at < count) {
            throw MALFORMED;
        }
        at += count;
    }
}
