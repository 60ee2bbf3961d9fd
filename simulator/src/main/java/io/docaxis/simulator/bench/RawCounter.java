package io.docaxis.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer of a raw lap: counts records and does nothing else. */
final class RawCounter {

    /** What it prints at its end; the instant is wall clock milliseconds. */
    static final String COUNTED = "counted (\\d+) records at (\\d+)";

    private static final Duration WAIT = Duration.ofMillis(100);

    private RawCounter() {}

    /** Counts that number of records as a member of a group, and says when the last one was there. */
    static String count(Path settings, String bootstrapServers, String topic, String group, long records)
            throws IOException {
        Map<String, Object> properties = ClientSettings.read(settings, bootstrapServers);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long counted = 0;
            while (counted < records) {
                for (var record : consumer.poll(WAIT)) {
                    // looked at one by one, as whoever does something with them must
                    counted += record.value() == null ? 0 : 1;
                }
            }
            return "counted " + counted + " records at " + System.currentTimeMillis();
        }
    }
}
