package io.docaxis.consumer.fastfetch;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.Record;

/**
 * What Kafka's consumer takes for a batch's only record: it stands for all of them.
 *
 * @param offset of the last
 * @param timestamp the greatest, milliseconds
 * @param type of the timestamps
 * @param sizeInBytes of all, as they were fetched
 */
record UnparsedRecord(UnparsedBatch batch, long offset, long timestamp, TimestampType type, int sizeInBytes)
        implements Record {

    @Override
    public Header[] headers() {
        return new Header[] {batch.asHeader()};
    }

    @Override
    public boolean hasTimestampType(TimestampType asked) {
        return type == asked;
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
