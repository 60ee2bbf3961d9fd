package io.docaxis.consumer.stream;

import io.docaxis.common.event.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** A record that could not be read, as it goes to the dead letters: key, value and headers as they came unless they are too long, and why, and from where. */
final class DeadLetter {

    static final String REASON = "reason";
    static final String TOPIC = "topic";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";
    /** Only where key, value or headers were too long to be kept whole: how long the value was, in bytes. */
    static final String CUT_FROM = "cut-from";

    /** What somebody wrote may be as large as a broker takes; with the reason beside it, it would be larger. */
    private static final int MOST_BYTES = 48 << 10;

    private static final int CUT_VALUE = 32 << 10;
    private static final int CUT_KEY = 1 << 10;

    private DeadLetter() {}

    static Record<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record, long timestampMs, Unreadable reason, String topic, int partition) {
        boolean whole = size(record) <= MOST_BYTES;
        Record<byte[], byte[]> letter = new Record<>(
                whole ? record.key() : cut(record.key(), CUT_KEY),
                whole ? record.value() : cut(record.value(), CUT_VALUE),
                timestampMs);
        Headers headers = letter.headers();
        if (whole) {
            record.headers().forEach(headers::add);
        }
        add(headers, REASON, reason.label());
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(record.offset()));
        if (!whole) {
            add(headers, CUT_FROM, Integer.toString(record.value() == null ? 0 : record.value().length));
        }
        return letter;
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size;
    }

    private static long length(byte[] bytesOrNull) {
        return bytesOrNull == null ? 0 : bytesOrNull.length;
    }

    private static byte[] cut(byte[] bytesOrNull, int most) {
        return bytesOrNull == null || bytesOrNull.length <= most ? bytesOrNull : Arrays.copyOf(bytesOrNull, most);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
