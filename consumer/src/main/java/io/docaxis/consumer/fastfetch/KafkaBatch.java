package io.docaxis.consumer.fastfetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.DefaultRecord;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.apache.kafka.common.utils.internals.CloseableIterator;

/** A batch as Kafka's consumer holds it: decompresses it, and parses its records where docaxis does not. Not thread-safe. */
final class KafkaBatch {

    /** Bytes that a batch may have without compression; Kafka goes through a larger one a record at a time. */
    static final int MOST_DECOMPRESSED = 32 << 20;

    private static final int LEAST_ROOM = 4 << 10;
    /** What compression takes off at first sight. */
    private static final int USUAL_RATIO = 4;

    private final DefaultRecordBatch batch;

    /** Null while nobody reads it. */
    private byte[] decompressed;

    private int length;
    private int readers;

    KafkaBatch(DefaultRecordBatch batch) {
        this.batch = batch;
    }

    /**
     * Decompresses the batch for one more reader, unless it is decompressed already.
     *
     * @return the records, from 0 up to {@link #length}; null: they are too many
     */
    byte[] decompress() throws IOException {
        if (decompressed == null) {
            try (InputStream records = batch.recordInputStream(BufferSupplier.NO_CACHING)) {
                decompressed = read(records);
            }
        }
        readers += decompressed == null ? 0 : 1;
        return decompressed;
    }

    private byte[] read(InputStream records) throws IOException {
        byte[] room = new byte
                [Math.min(MOST_DECOMPRESSED, Math.max(LEAST_ROOM, (int)
                        Math.min(Integer.MAX_VALUE, (long) batch.sizeInBytes() * USUAL_RATIO)))];
        length = 0;
        while (true) {
            int read = records.read(room, length, room.length - length);
            if (read < 0) {
                return room;
            }
            length += read;
            if (length == MOST_DECOMPRESSED) {
                return null;
            }
            if (length == room.length) {
                room = Arrays.copyOf(room, Math.min(MOST_DECOMPRESSED, 2 * length));
            }
        }
    }

    int length() {
        return length;
    }

    /** One reader has done with what was decompressed; after the last it is forgotten. */
    void leave() {
        if (--readers == 0) {
            decompressed = null;
        }
    }

    /** Goes through the records as Kafka's consumer does. */
    CloseableIterator<Record> records() {
        return batch.streamingIterator(BufferSupplier.NO_CACHING);
    }

    /**
     * Parses one record from its bytes.
     *
     * @param appendedAtMs negative: its timestamp is its own
     */
    static Record record(byte[] bytes, long baseOffset, long baseTimestamp, long appendedAtMs) {
        return DefaultRecord.readFrom(
                ByteBuffer.wrap(bytes), baseOffset, baseTimestamp, -1, appendedAtMs < 0 ? null : appendedAtMs);
    }

    /**
     * A record as Kafka's consumer gives it.
     *
     * @param polled what stands for its batch
     */
    static ConsumerRecord<byte[], byte[]> asPolled(Record record, ConsumerRecord<byte[], byte[]> polled) {
        return new ConsumerRecord<>(
                polled.topic(),
                polled.partition(),
                record.offset(),
                record.timestamp(),
                polled.timestampType(),
                record.keySize(),
                record.valueSize(),
                Utils.toNullableArray(record.key()),
                Utils.toNullableArray(record.value()),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }
}
