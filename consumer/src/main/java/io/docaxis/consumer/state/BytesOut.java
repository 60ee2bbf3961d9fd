package io.docaxis.consumer.state;

import java.util.Arrays;

/** Stored values as bytes: variable-length numbers in one growing buffer, reused. Not thread-safe. */
final class BytesOut {

    private byte[] buffer = new byte[256];
    private int length;

    void clear() {
        length = 0;
    }

    void number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }

    /** A number that may be below 0: small ones of either sign stay short. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void flag(boolean value) {
        number(value ? 1 : 0);
    }

    void fixed(long value) {
        ensure(8);
        for (int i = 0; i < 8; i++) {
            buffer[length++] = (byte) (value >>> 8 * i);
        }
    }

    void bytes(byte[] value) {
        number(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
