package io.docaxis.consumer.state;

import java.nio.ByteBuffer;

/** The key of a stored entry: what it holds, as a letter, and its number in eight bytes where there are several. */
public final class EntryKey {

    /** A page of threads. */
    public static final byte THREADS = 'T';
    /** A page of cells of the tally. */
    public static final byte CELLS = 'C';
    /** A page of cells that are deleted when they are empty. */
    public static final byte PASSING_CELLS = 'D';
    /** The tally's sketch. */
    public static final byte SKETCH = 'S';

    public static final byte PROGRESS = 'P';

    private EntryKey() {}

    static byte[] of(byte kind) {
        return new byte[] {kind};
    }

    static byte[] of(byte kind, long number) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(number).array();
    }

    static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong(1);
    }
}
