package io.docaxis.consumer.conclusion;

import java.util.Arrays;

/** Text that is made of bytes, characters of ASCII and numbers, in one growing buffer, reused. Not thread-safe. */
final class TextBytes {

    /** Of a number of 64 bits, with its sign. */
    private static final int MOST_DIGITS = 20;

    private byte[] buffer = new byte[64];
    private int length;

    void clear() {
        length = 0;
    }

    TextBytes add(byte[] text) {
        ensure(text.length);
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
        return this;
    }

    /** Of ASCII. */
    TextBytes add(char character) {
        ensure(1);
        buffer[length++] = (byte) character;
        return this;
    }

    /** In decimal digits. */
    TextBytes add(long number) {
        ensure(MOST_DIGITS);
        int start = length;
        // below 0, where there is room for the number that has no opposite
        long rest = number < 0 ? number : -number;
        do {
            buffer[length++] = (byte) ('0' - rest % 10);
            rest /= 10;
        } while (rest != 0);
        if (number < 0) {
            buffer[length++] = '-';
        }
        for (int left = start, right = length - 1; left < right; left++, right--) {
            byte digit = buffer[left];
            buffer[left] = buffer[right];
            buffer[right] = digit;
        }
        return this;
    }

    /** In an array of its own. */
    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
