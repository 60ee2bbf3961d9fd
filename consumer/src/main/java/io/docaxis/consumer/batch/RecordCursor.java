package io.docaxis.consumer.batch;

import io.docaxis.common.event.ThreadKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecord;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.Utils;

/**
 * Goes through the records of batches, those of unparsed ones where they lie: what it says is of one record, until it moves on. Not
 * thread-safe; no allocation.
 */
public final class RecordCursor {

    private List<ConsumerRecord<byte[], byte[]>> records = List.of();
    private int next;
    private ConsumerRecord<byte[], byte[]> polled;

    /** Null: what was polled is a record itself. */
    private UnparsedBatch unparsed;

    private int recordAt;
    private int at;
    private int recordEnd;

    private long offset;
    private long timestampMs;
    private long thread;
    private byte[] bytes;
    private int start;
    private int end;

    /** Goes to before the first record of a batch. */
    public void open(Batch batch) {
        records = batch.records();
        next = 0;
        unparsed = null;
    }

    /** Forgets the batch. */
    public void close() {
        records = List.of();
        polled = null;
        unparsed = null;
        bytes = null;
    }

    /** Goes to the next record; false: there is none. */
    public boolean next() {
        while (true) {
            while (unparsed != null) {
                if (recordEnd == unparsed.end()) {
                    unparsed = null;
                } else {
                    read();
                    if (offset >= unparsed.fromOffset()) {
                        return true;
                    }
                }
            }
            if (next == records.size()) {
                return false;
            }
            polled = records.get(next++);
            unparsed = UnparsedBatch.of(polled.headers());
            if (unparsed == null) {
                take(polled);
                return true;
            }
            bytes = unparsed.bytes();
            recordEnd = unparsed.start();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        offset = record.offset();
        timestampMs = record.timestamp();
        thread = ThreadKey.thread(record.key());
        bytes = record.value();
        start = 0;
        end = bytes == null ? 0 : bytes.length;
    }

    /** A record in its batch: length, attributes, timestamp, offset, key, value, headers. */
    private void read() {
        recordAt = recordEnd;
        at = recordAt;
        int length = (int) number();
        recordEnd = at + length;
        if (length <= 0 || recordEnd > unparsed.end()) {
            throw new CorruptRecordException("a record of " + length + " bytes, " + (unparsed.end() - at)
                    + " before its batch ends at offset " + unparsed.toOffset());
        }
        // there are no attributes yet
        at++;
        timestampMs = unparsed.baseTimestamp() + number();
        offset = unparsed.baseOffset() + number();
        int key = (int) number();
        thread = key == Long.BYTES ? ThreadKey.thread(bytes, at) : ThreadKey.NONE;
        at += Math.max(0, key);
        int value = (int) number();
        // of no value there is no end, as there is no start
        start = value < 0 ? recordEnd : at;
        end = value < 0 ? -1 : at + value;
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
    public byte[] bytes() {
        return end < 0 ? null : bytes;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** By its key; {@link ThreadKey#NONE}: of no thread. */
    public long thread() {
        return thread;
    }

    public long offset() {
        return offset;
    }

    /** Wall clock, milliseconds since 1970, as the producer has it; negative: it has none. */
    public long timestampMs() {
        return timestampMs;
    }

    /** The record as Kafka's consumer gives it, for what is seldom asked. */
    public ConsumerRecord<byte[], byte[]> record() {
        if (unparsed == null) {
            return polled;
        }
        Record record = DefaultRecord.readFrom(
                ByteBuffer.wrap(bytes, recordAt, recordEnd - recordAt),
                unparsed.baseOffset(),
                unparsed.baseTimestamp(),
                -1,
                null);
        return new ConsumerRecord<>(
                polled.topic(),
                polled.partition(),
                offset,
                timestampMs,
                TimestampType.CREATE_TIME,
                record.keySize(),
                record.valueSize(),
                Utils.toNullableArray(record.key()),
                Utils.toNullableArray(record.value()),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }
}
