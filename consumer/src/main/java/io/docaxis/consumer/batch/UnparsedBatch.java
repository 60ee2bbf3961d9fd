package io.docaxis.consumer.batch;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.Record;

/**
 * All records of a batch as the broker keeps it, at once: what Kafka's consumer takes for the batch's only record, at the offset of the
 * last. It comes out of the consumer as the header of that record.
 *
 * @param bytes where the records are: from {@code start} up to {@code end}, uncompressed, each as its length and what follows
 * @param fromOffset offsets below it were not asked for
 * @param toOffset of the last record
 * @param baseOffset what the records' offsets are relative to
 * @param baseTimestamp what their timestamps are relative to, milliseconds
 * @param lastTimestamp the greatest of them
 */
record UnparsedBatch(
        byte[] bytes,
        int start,
        int end,
        long fromOffset,
        long toOffset,
        long baseOffset,
        long baseTimestamp,
        long lastTimestamp)
        implements Record {

    /** Takes a batch from where it lies in an array. */
    static UnparsedBatch of(DefaultRecordBatch batch, byte[] bytes, int at, long fromOffset) {
        return new UnparsedBatch(
                bytes,
                at + DefaultRecordBatch.RECORD_BATCH_OVERHEAD,
                at + batch.sizeInBytes(),
                Math.max(fromOffset, batch.baseOffset()),
                batch.lastOffset(),
                batch.baseOffset(),
                batch.baseTimestamp(),
                batch.maxTimestamp());
    }

    /** The batch that a record of the consumer stands for; null: it is a record. */
    static UnparsedBatch of(Headers headers) {
        return headers.lastHeader(AsHeader.KEY) instanceof AsHeader header ? header.batch : null;
    }

    private record AsHeader(UnparsedBatch batch) implements Header {

        static final String KEY = "unparsed";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public byte[] value() {
            return null;
        }
    }

    @Override
    public Header[] headers() {
        return new Header[] {new AsHeader(this)};
    }

    @Override
    public long offset() {
        return toOffset;
    }

    @Override
    public long timestamp() {
        return lastTimestamp;
    }

    @Override
    public int sizeInBytes() {
        return end - start;
    }

    @Override
    public boolean hasTimestampType(TimestampType type) {
        return type == TimestampType.CREATE_TIME;
    }

    @Override
    public void ensureValid() {
        // Kafka's consumer checks the batch
    }

    @Override
    public int sequence() {
        return -1;
    }

    @Override
    public boolean hasKey() {
        return false;
    }

    @Override
    public int keySize() {
        return -1;
    }

    @Override
    public ByteBuffer key() {
        return null;
    }

    @Override
    public boolean hasValue() {
        return false;
    }

    @Override
    public int valueSize() {
        return -1;
    }

    @Override
    public ByteBuffer value() {
        return null;
    }

    @Override
    public boolean hasMagic(byte magic) {
        return magic >= 2;
    }

    @Override
    public boolean isCompressed() {
        return false;
    }
}
