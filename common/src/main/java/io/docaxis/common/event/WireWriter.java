package io.docaxis.common.event;

import static io.docaxis.common.event.WireFormat.BYTES;
import static io.docaxis.common.event.WireFormat.FIXED64;
import static io.docaxis.common.event.WireFormat.VARINT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Protocol Buffers wire format into one growing buffer, reused. Default values are left out, as proto3 does. Not thread-safe. */
public final class WireWriter {

    byte[] buffer = new byte[512];
    int length;

    /** Begins a new message. */
    public void clear() {
        length = 0;
    }

    /** What was written since, in an array of its own. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    /** A number of 32 or 64 bits, or of an enum. */
    public void varint(int field, long value) {
        if (value != 0) {
            presentVarint(field, value);
        }
    }

    /** A field with presence: written even when 0. */
    void presentVarint(int field, long value) {
        ensure(20);
        rawVarint((field << 3) | VARINT);
        rawVarint(value);
    }

    /** A number of 64 bits in eight bytes. */
    public void fixed64(int field, long value) {
        if (value != 0) {
            ensure(16);
            rawVarint((field << 3) | FIXED64);
            WireFormat.LONGS.set(buffer, length, value);
            length += Long.BYTES;
        }
    }

    void string(int field, String value) {
        if (value != null && !value.isEmpty()) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            bytes(field, bytes, bytes.length);
        }
    }

    /** A string as UTF-8. */
    public void string(int field, byte[] utf8) {
        if (utf8.length > 0) {
            bytes(field, utf8, utf8.length);
        }
    }

    /** A repeated string keeps its empty elements. */
    void element(int field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        bytes(field, bytes, bytes.length);
    }

    void packed(int field, int[] values, int count) {
        if (count == 0) {
            return;
        }
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += WireFormat.varintSize(values[i]);
        }
        ensure(size + 20);
        rawVarint((field << 3) | BYTES);
        rawVarint(size);
        for (int i = 0; i < count; i++) {
            rawVarint(values[i]);
        }
    }

    void bytes(int field, byte[] value, int count) {
        int at = room(field, count);
        System.arraycopy(value, 0, buffer, at, count);
    }

    /** Makes room for bytes that somebody else writes, and says where. */
    int room(int field, int count) {
        ensure(count + 20);
        rawVarint((field << 3) | BYTES);
        rawVarint(count);
        int at = length;
        length += count;
        return at;
    }

    void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }

    private void rawVarint(long value) {
        byte[] into = buffer;
        int at = length;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            into[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[at++] = (byte) rest;
        length = at;
    }
}
