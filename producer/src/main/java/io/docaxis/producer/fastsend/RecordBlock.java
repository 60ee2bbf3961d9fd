package io.docaxis.producer.fastsend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.DefaultRecord;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.internals.ByteUtils;

/**
 * Records of one partition, written as Kafka's batches have them, in an array of fixed size that travels through Kafka's producer as
 * the value of one record: room for the batch's header, the records, nothing, and a note of what the header has to say. {@link #batch}
 * makes the batch of it, where it lies, as often as it is sent. Not thread-safe.
 */
final class RecordBlock {

    /** The note: where the records end, how many they are, first and greatest timestamp, the number of the block. */
    private static final int END = 0;

    private static final int RECORDS = END + Integer.BYTES;
    private static final int FIRST_TIMESTAMP = RECORDS + Integer.BYTES;
    private static final int MAX_TIMESTAMP = FIRST_TIMESTAMP + Long.BYTES;
    private static final int NUMBER = MAX_TIMESTAMP + Long.BYTES;
    private static final int NOTE_LENGTH = NUMBER + Integer.BYTES;

    /** Of a block that nobody wants to know again. */
    static final int NO_NUMBER = -1;

    private static final byte NO_ATTRIBUTES = 0;

    private final ByteBuffer bytes;
    private int records;
    private long firstTimestamp;
    private long maxTimestamp;

    /**
     * How large a block is as the value of a record that fills a batch: what Kafka's producer thinks it needs besides is less than any
     * other record takes.
     */
    static int size(int batchSize) {
        int withoutValue = AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE, CompressionType.NONE, null, new byte[0], Record.EMPTY_HEADERS);
        return batchSize - withoutValue - ByteUtils.sizeOfVarint(batchSize);
    }

    /** @param size bytes, of which the records have some ninety less */
    RecordBlock(int size) {
        bytes = ByteBuffer.allocate(size);
        clear();
    }

    void clear() {
        bytes.position(DefaultRecordBatch.RECORD_BATCH_OVERHEAD).limit(bytes.capacity() - NOTE_LENGTH);
        records = 0;
    }

    int records() {
        return records;
    }

    /** When the first of its records was made, in milliseconds; of no meaning where there is none. */
    long firstTimestamp() {
        return firstTimestamp;
    }

    /**
     * Adds a record; false, and nothing added, if there is no room for it.
     *
     * @param length of the value, which begins with the array
     */
    boolean add(long timestampMs, byte[] key, byte[] value, int length, Header[] headers) {
        long sinceFirst = records == 0 ? 0 : timestampMs - firstTimestamp;
        int size = DefaultRecord.sizeOfBodyInBytes(records, sinceFirst, key.length, length, headers);
        if (bytes.remaining() < ByteUtils.sizeOfVarint(size) + size) {
            return false;
        }
        firstTimestamp = timestampMs - sinceFirst;
        maxTimestamp = records == 0 ? timestampMs : Math.max(maxTimestamp, timestampMs);
        ByteUtils.writeVarint(size, bytes);
        bytes.put(NO_ATTRIBUTES);
        ByteUtils.writeVarlong(sinceFirst, bytes);
        ByteUtils.writeVarint(records, bytes);
        add(key, key.length);
        add(value, length);
        ByteUtils.writeVarint(headers.length, bytes);
        for (Header header : headers) {
            byte[] name = header.key().getBytes(StandardCharsets.UTF_8);
            add(name, name.length);
            add(header.value(), header.value().length);
        }
        records++;
        return true;
    }

    private void add(byte[] field, int length) {
        ByteUtils.writeVarint(length, bytes);
        bytes.put(field, 0, length);
    }

    /**
     * All of its bytes, to be copied before it is used again.
     *
     * @param number by which who sends it knows it again, or {@link #NO_NUMBER}
     */
    byte[] toValue(int number) {
        int note = bytes.limit();
        ByteBuffer.wrap(bytes.array())
                .putInt(note + END, bytes.position())
                .putInt(note + RECORDS, records)
                .putLong(note + FIRST_TIMESTAMP, firstTimestamp)
                .putLong(note + MAX_TIMESTAMP, maxTimestamp)
                .putInt(note + NUMBER, number);
        return bytes.array();
    }

    /** The number of the block that a value is. */
    static int number(ByteBuffer value) {
        return value.getInt(value.limit() - NOTE_LENGTH + NUMBER);
    }

    /** How many records a value holds. */
    static int records(ByteBuffer value) {
        return value.getInt(value.limit() - NOTE_LENGTH + RECORDS);
    }

    /**
     * Makes of a value, within its own memory, the batch as Kafka's brokers want it.
     *
     * @param value from 0 to its limit
     * @param sequence of the first record, or {@link RecordBatch#NO_SEQUENCE}
     */
    static ByteBuffer batch(ByteBuffer value, long producerId, short producerEpoch, int sequence) {
        int note = value.limit() - NOTE_LENGTH;
        int end = value.getInt(note + END);
        int records = value.getInt(note + RECORDS);
        ByteBuffer batch = value.slice(0, end);
        DefaultRecordBatch.writeHeader(
                batch.duplicate(),
                0,
                records - 1,
                end,
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                TimestampType.CREATE_TIME,
                value.getLong(note + FIRST_TIMESTAMP),
                value.getLong(note + MAX_TIMESTAMP),
                producerId,
                producerEpoch,
                sequence,
                false,
                false,
                false,
                RecordBatch.NO_PARTITION_LEADER_EPOCH,
                records);
        return batch;
    }
}
