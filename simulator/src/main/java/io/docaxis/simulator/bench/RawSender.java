package io.docaxis.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The generator of a raw lap: gives kept records to Kafka's producer as fast as it takes them. */
final class RawSender {

    /** What it prints at its end. */
    static final String SENT = "sent (\\d+) records in ([0-9.]+) s";

    private final AtomicReference<Exception> failure = new AtomicReference<>();
    /** Written by the client's thread alone, and read after a flush, which waits for it. */
    private long acknowledged;

    private final Callback onRecord = (metadata, exception) -> {
        if (exception == null) {
            acknowledged = acknowledged + 1;
        } else {
            failure.compareAndSet(null, exception);
        }
    };

    /**
     * Sends everything and says how long that took, from the first send to the last acknowledgement.
     *
     * @param first number of records that are acknowledged before more are sent: the pipeline's source does so with its markers
     */
    String send(Path records, Path settings, String bootstrapServers, String topic, int first) throws IOException {
        try (RecordReader reader = new RecordReader(records);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        ClientSettings.read(settings, bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            long startedNs = System.nanoTime();
            long sent = 0;
            ProducerRecord<byte[], byte[]> record = reader.next(topic);
            while (record != null && failure.get() == null) {
                producer.send(record, onRecord);
                sent++;
                if (sent == first) {
                    producer.flush();
                }
                record = reader.next(topic);
            }
            producer.flush();
            double seconds = (System.nanoTime() - startedNs) / 1e9;
            if (failure.get() != null || acknowledged != sent) {
                throw new KafkaException("sent " + sent + " records, answered: " + acknowledged, failure.get());
            }
            return String.format(Locale.ROOT, "sent %d records in %.3f s", sent, seconds);
        }
    }
}
