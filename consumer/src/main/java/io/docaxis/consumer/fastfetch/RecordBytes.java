package io.docaxis.consumer.fastfetch;

import io.docaxis.common.event.ThreadKey;
import org.apache.kafka.common.errors.CorruptRecordException;

/** A record, and where it lies among the bytes of its batch, if it does. Filled again and again. Not thread-safe. */
abstract class RecordBytes {

    byte[] bytes;
    /** Where the record begins in its batch, where it ends, and where the batch does. */
    int recordAt;

    int recordEnd;
    int batchEnd;
    /** The byte that is read next. */
    private int at;

    long offset;
    long timestampMs;
    long thread;
    int start;
    int end;

    /** Reads the record behind this one: length, attributes, timestamp, offset, key, value, headers. */
    final void read(UnparsedBatch batch) {
        recordAt = recordEnd;
        at = recordAt;
        int length = (int) number();
        recordEnd = at + length;
        if (length <= 0 || recordEnd > batchEnd) {
            throw new CorruptRecordException(
                    "a record of " + length + " bytes, " + (batchEnd - at) + " before its batch ends");
        }
        // there are no attributes yet
        at++;
        long sinceBase = number();
        timestampMs = batch.appendedAtMs() < 0 ? batch.baseTimestamp() + sinceBase : batch.appendedAtMs();
        offset = batch.baseOffset() + number();
        int key = (int) number();
        thread = key == Long.BYTES ? ThreadKey.thread(bytes, at) : ThreadKey.NONE;
        at += Math.max(0, key);
        int value = (int) number();
        // of no value there is no end, as there is no start
        start = value < 0 ? recordEnd : at;
        end = value < 0 ? -1 : at + value;
        if (end > recordEnd) {
            throw new CorruptRecordException("a value of " + value + " bytes, " + (recordEnd - at)
                    + " before its record ends, at offset " + offset);
        }
    }

    /** A number of variable length whose lowest bit is its sign. */
    private long number() {
        long value = bytes[at++];
        if (value < 0) {
            value = longNumber(value & 0x7F);
        }
        return value >>> 1 ^ -(value & 1);
    }

    private long longNumber(long low) {
        long value = low;
        for (int shift = 7; ; shift += 7) {
            byte digit = bytes[at++];
            value |= (digit & 0x7FL) << shift;
            if (digit >= 0) {
                return value;
            }
        }
    }

    /** Where the value is: from {@link #start} up to {@link #end}; null: there is no value. */
    public final byte[] bytes() {
        return end < 0 ? null : bytes;
    }

    public final int start() {
        return start;
    }

    public final int end() {
        return end;
    }

    /** By its key; {@link ThreadKey#NONE}: of no thread. */
    public final long thread() {
        return thread;
    }

    public final long offset() {
        return offset;
    }

    /** Wall clock, milliseconds since 1970, as the producer has it, or the broker, if its topic is set so; negative: it has none. */
    public final long timestampMs() {
        return timestampMs;
    }
}
