package io.docaxis.consumer.state;

import java.util.Arrays;

/** Reads what {@link BytesOut} wrote. Bytes that no such writer made end in an unchecked exception. */
final class BytesIn {

    private final byte[] bytes;
    private int at;

    BytesIn(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("stored number of over ten bytes");
    }

    int integer() {
        return Math.toIntExact(number());
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    boolean flag() {
        return number() != 0;
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value |= (bytes[at++] & 0xFFL) << 8 * i;
        }
        return value;
    }

    byte[] bytes() {
        int length = integer();
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    /** @throws IllegalStateException unless the first byte is the version that this program writes */
    void version(int wanted, String what) {
        int got = integer();
        if (got != wanted) {
            throw new IllegalStateException("stored " + what + " of version " + got + "; want " + wanted);
        }
    }
}
