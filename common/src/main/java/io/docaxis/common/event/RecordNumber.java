package io.docaxis.common.event;

import java.nio.ByteBuffer;

/**
 * The number of a record whose bytes cannot be read, as it stands in the header {@link #HEADER} beside them.
 *
 * @param run hash of the run id
 * @param source from 0
 * @param sequence per source and partition, from 1
 */
public record RecordNumber(long run, int source, long sequence) {

    public static final String HEADER = "docaxis-sequence";

    private static final int LENGTH = Long.BYTES + Integer.BYTES + Long.BYTES;

    /** @throws IllegalArgumentException if there is no such source, or sequence */
    public RecordNumber {
        if (source < 0 || sequence < 0) {
            throw new IllegalArgumentException(
                    "number of a record: source " + source + ", sequence " + sequence + "; want 0 or more each");
        }
    }

    /** The header's value, or null where that is no number. */
    public static RecordNumber read(byte[] header) {
        if (header == null || header.length != LENGTH) {
            return null;
        }
        ByteBuffer value = ByteBuffer.wrap(header);
        long run = value.getLong();
        int source = value.getInt();
        long sequence = value.getLong();
        return source < 0 || sequence < 0 ? null : new RecordNumber(run, source, sequence);
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(run)
                .putInt(source)
                .putLong(sequence)
                .array();
    }
}
