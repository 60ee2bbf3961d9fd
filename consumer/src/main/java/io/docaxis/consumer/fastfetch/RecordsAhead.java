package io.docaxis.consumer.fastfetch;

import java.util.Arrays;

/**
 * Some records of a poll in a row, each read once: whoever applies them can ask for the memory of all of them first, and then waits for
 * several at once. Filled again and again. Not thread-safe.
 */
public final class RecordsAhead {

    /** Measured: 64 and 256 gain no more than 16. */
    private static final int ROOM = 16;
    /** Records of batches that are so large together are taken one after another: what was decompressed is held until all are applied. */
    private static final int MOST_BYTES = 4 << 20;

    private final byte[][] bytes = new byte[ROOM][];
    private final int[] starts = new int[ROOM];
    private final int[] ends = new int[ROOM];
    private final long[] offsets = new long[ROOM];
    private final long[] timestampsMs = new long[ROOM];
    private final long[] threads = new long[ROOM];

    /**
     * Takes the next records of a poll in the place of those before.
     *
     * @return how many; 0: there is none
     */
    public int take(RecordCursor from) {
        int count = 0;
        long held = 0;
        while (count < ROOM && held < MOST_BYTES && from.next()) {
            byte[] of = from.bytes();
            held += of == null || count > 0 && of == bytes[count - 1] ? 0 : of.length;
            bytes[count] = of;
            starts[count] = from.start();
            ends[count] = from.end();
            offsets[count] = from.offset();
            timestampsMs[count] = from.timestampMs();
            threads[count] = from.thread();
            count++;
        }
        return count;
    }

    /** Holds no memory of a poll any longer. */
    public void clear() {
        Arrays.fill(bytes, null);
    }

    /** As {@link RecordCursor#bytes}. */
    public byte[] bytes(int record) {
        return bytes[record];
    }

    /** As {@link RecordCursor#start}. */
    public int start(int record) {
        return starts[record];
    }

    /** As {@link RecordCursor#end}. */
    public int end(int record) {
        return ends[record];
    }

    /** As {@link RecordCursor#offset}. */
    public long offset(int record) {
        return offsets[record];
    }

    /** As {@link RecordCursor#timestampMs}. */
    public long timestampMs(int record) {
        return timestampsMs[record];
    }

    /** As {@link RecordCursor#thread}, of all records; those behind the last that was taken say nothing. */
    public long[] threads() {
        return threads;
    }
}
