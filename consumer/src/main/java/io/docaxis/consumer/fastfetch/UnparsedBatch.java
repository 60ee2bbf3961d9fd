package io.docaxis.consumer.fastfetch;

import io.docaxis.common.kafka.fastpath.FastPath;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * All records of a batch as the broker keeps it, at once. It comes out of Kafka's consumer as the header of the one record that the
 * consumer takes it for ({@link UnparsedFetches}).
 *
 * @param bytes where the records are, each as its length and what follows: from {@code start} up to {@code end}; null: they are
 *     compressed
 * @param records how many they are
 * @param fromOffset offsets below it were not asked for
 * @param baseOffset what the records' offsets are relative to
 * @param baseTimestamp what their timestamps are relative to, milliseconds
 * @param appendedAtMs when the broker appended them, where that is what their topic has for timestamps; otherwise negative
 * @param kafkas the same batch, for what only Kafka can read
 * @param path by which it came
 */
record UnparsedBatch(
        byte[] bytes,
        int start,
        int end,
        int records,
        long fromOffset,
        long baseOffset,
        long baseTimestamp,
        long appendedAtMs,
        KafkaBatch kafkas,
        FastPath path) {

    /** The batch that a record of the consumer stands for; null: it is a record. */
    static UnparsedBatch of(Headers headers) {
        return headers.lastHeader(AsHeader.KEY) instanceof AsHeader header ? header.batch : null;
    }

    Header asHeader() {
        return new AsHeader(this);
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
}
