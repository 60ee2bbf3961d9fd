package io.docaxis.consumer.fastfetch;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Gives the records that one of Streams stands for. A record of any other consumer than ours stands for itself. */
public final class PolledRecordsDeserializer implements Deserializer<PolledRecords> {

    @Override
    public PolledRecords deserialize(String topic, byte[] data) {
        return new PolledRecords(List.of(new ConsumerRecord<>(topic, 0, 0, null, data)));
    }

    @Override
    public PolledRecords deserialize(String topic, Headers headers, byte[] data) {
        PolledRecords polled = PolledRecords.of(headers);
        return polled != null ? polled : deserialize(topic, data);
    }

    /** The records with key and place, of which a deserializer knows nothing where another consumer polled them one by one. Ours have no key. */
    public static PolledRecords complete(Record<byte[], PolledRecords> given, RecordMetadata from) {
        if (given.key() == null) {
            return given.value();
        }
        ConsumerRecord<byte[], byte[]> whole = new ConsumerRecord<>(
                from.topic(),
                from.partition(),
                from.offset(),
                given.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                0,
                given.key(),
                given.value().records().get(0).value(),
                given.headers(),
                Optional.empty());
        return new PolledRecords(List.of(whole), given.value().polledNs());
    }
}
