package io.docaxis.consumer.fastfetch;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Consecutive records of one partition, as one poll brought them; never empty. Some stand for many ({@link UnparsedBatch}): go through
 * them with a {@link RecordCursor}.
 */
public record PolledRecords(List<ConsumerRecord<byte[], byte[]>> records) {

    private static final byte[] NOTHING = {};

    /**
     * The batch as the one record that Streams is given: at the offset of the first, so that a commit before it is processed
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
                new Carrier(this),
                first.leaderEpoch());
    }

    /** The batch of a record that the batching consumer made, or null. */
    static PolledRecords of(org.apache.kafka.common.header.Headers headers) {
        return headers instanceof Carrier carrier ? carrier.batch : null;
    }

    /** Headers are what Streams hands to a deserializer as they came: so the batch gets there without being copied. */
    private static final class Carrier extends RecordHeaders {
        private final PolledRecords batch;

        Carrier(PolledRecords batch) {
            this.batch = batch;
        }
    }
}
