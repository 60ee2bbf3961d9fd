package io.docaxis.simulator.bench.load;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.simulator.bench.ClientSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Gives records with keys to Kafka's producer as fast as it takes them. */
final class BulkSender {

    private BulkSender() {}

    /** @throws KafkaException if one is not acknowledged */
    static void send(Path settings, String servers, String topic, int records, int size) throws IOException {
        byte[][] values = RandomValues.bytes(size);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Callback onRecord = (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        };
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                ClientSettings.read(settings, servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records && failure.get() == null; i++) {
                byte[] key = new byte[Long.BYTES];
                ThreadKey.write(i, key);
                producer.send(new ProducerRecord<>(topic, key, values[i % values.length]), onRecord);
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new KafkaException("not all of " + records + " records were acknowledged", failure.get());
        }
    }
}
