package io.docaxis.monitor.inquiry;

/** Goes through a part of an array in Protocol Buffers' wire format, and says at which byte it is not that. For display alone. Not thread-safe. */
final class WireCursor {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    /** It is not the format. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final int at;

        Broken(int at, String why) {
            super(why);
            this.at = at;
        }

        int at() {
            return at;
        }
    }

    private static final int MOST_DIGITS = 10;
    private static final int DIGIT_BITS = 7;
    private static final int BYTE_BITS = 8;

    private final byte[] bytes;
    private final int end;
    private int at;

    WireCursor(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = end;
        at = start;
    }

    boolean hasMore() {
        return at < end;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    /** The tag of the next field. */
    int tag() throws Broken {
        int from = at;
        long tag = varint("a tag");
        int needed = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(tag) + DIGIT_BITS - 1) / DIGIT_BITS);
        if (tag >>> 3 == 0 || tag >>> Integer.SIZE != 0) {
            throw new Broken(from, "a tag of field " + Long.toUnsignedString(tag >>> 3) + ": there is none");
        }
        if (at - from != needed) {
            throw new Broken(from, "a tag takes " + (at - from) + " bytes and needs " + needed);
        }
        return (int) tag;
    }

    /** @param what for messages */
    long varint(String what) throws Broken {
        int from = at;
        long value = 0;
        for (int digits = 0; digits < MOST_DIGITS; digits++) {
            if (at >= end) {
                throw new Broken(from, what + " begins here and does not end");
            }
            byte digit = bytes[at++];
            value |= (digit & 0x7FL) << (digits * DIGIT_BITS);
            if (digit >= 0) {
                return value;
            }
        }
        throw new Broken(from, what + " of more than " + MOST_DIGITS + " bytes");
    }

    /** A number of some bytes, little-endian. */
    long fixed(int size) throws Broken {
        require(size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << BYTE_BITS | bytes[at + i] & 0xFFL;
        }
        at += size;
        return value;
    }

    /** Passes a length and gives it: so many bytes are there. */
    int length() throws Broken {
        int from = at;
        long length = varint("a length");
        if (length < 0 || length > end - at) {
            throw new Broken(
                    from,
                    "a length of " + Long.toUnsignedString(length) + " bytes, of which " + (end - at) + " are there");
        }
        return (int) length;
    }

    void skip(int count) throws Broken {
        require(count);
        at += count;
    }

    private void require(int count) throws Broken {
        if (end - at < count) {
            throw new Broken(at, "want " + count + " bytes; there are " + (end - at));
        }
    }

    /** Passes the value of a field, whatever it is. */
    void skipValue(int tag, int fieldAt) throws Broken {
        switch (tag & 7) {
            case VARINT -> varint("a number");
            case FIXED64 -> skip(Long.BYTES);
            case BYTES -> skip(length());
            case FIXED32 -> skip(Integer.BYTES);
            default ->
                throw new Broken(
                        fieldAt, "field " + (tag >>> 3) + " has wire type " + (tag & 7) + ": want 0, 1, 2 or 5");
        }
    }
}
