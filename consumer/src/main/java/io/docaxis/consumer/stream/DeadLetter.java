package io.docaxis.consumer.stream;

import io.docaxis.common.event.Unreadable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** A record that could not be read, as it goes to the dead letters: key, value and headers as they came, and why, and from where. */
final class DeadLetter {

    static final String REASON = "reason";
    static final String TOPIC = "topic";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";

    private DeadLetter() {}

    static Record<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record, Unreadable reason, String topic, int partition, long offset) {
        Headers headers = new RecordHeaders(record.headers());
        add(headers, REASON, reason.label());
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(offset));
        return new Record<>(record.key(), record.value(), ExchangeTopology.timestampMs(record.timestamp()), headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
