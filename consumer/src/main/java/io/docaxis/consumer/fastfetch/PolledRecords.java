package io.docaxis.consumer.fastfetch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Consecutive records of one partition, as one poll brought them; never empty. Some stand for many ({@link UnparsedBatch}): go through
 * them with a {@link RecordCursor}.
 *
 * @param polledNs when they were polled, by {@link System#nanoTime}
 */
public record PolledRecords(List<ConsumerRecord<byte[], byte[]>> records, long polledNs) {

    private static final byte[] NOTHING = {};

    /** Polled just now. */
    PolledRecords(List<ConsumerRecord<byte[], byte[]>> records) {
        this(records, System.nanoTime());
    }

    /**
     * The one record that Streams is given for all of them: at the offset of the first, so that a commit before it is processed
     * comes back to it.
     */
    ConsumerRecord<byte[], byte[]> asRecord() {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        ConsumerRecord<byte[], byte[]> last = records.get(records.size() - 1);
        UnparsedBatch unparsed = UnparsedBatch.of(first.headers());
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                unparsed == null ? first.offset() : unparsed.fromOffset(),
                last.timestamp(),
                last.timestampType(),
                0,
                0,
                null,
                NOTHING,
                new CarryingHeaders(this),
                first.leaderEpoch());
    }

    /** Offset of the last of them. */
    public long lastOffset() {
        return records.get(records.size() - 1).offset();
    }

    /** What a record of the {@link BatchingConsumer} stands for, by its headers; null: it is another consumer's. */
    static PolledRecords of(Headers headers) {
        return headers instanceof CarryingHeaders carrying ? carrying.polled : null;
    }

    /** Streams hands headers to a deserializer as they came: so the records get there without being copied. */
    private static final class CarryingHeaders extends RecordHeaders {
        private final PolledRecords polled;

        CarryingHeaders(PolledRecords polled) {
            this.polled = polled;
        }
    }
}
