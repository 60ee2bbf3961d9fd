package io.docaxis.monitor.group;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that looks at few records of many partitions: it fetches little of each, and commits nothing. */
final class RecordClient {

    /** How long a broker waits for what is not there yet. */
    static final Duration POLL = Duration.ofMillis(100);

    private static final int PARTITION_BYTES = 16 << 10;
    private static final int RESPONSE_BYTES = 1 << 20;

    private RecordClient() {}

    /**
     * Makes one.
     *
     * @param isolation of those for whom it looks: what they are not given it is not given either
     * @param further settings of a Kafka consumer
     */
    static KafkaConsumer<byte[], byte[]> of(Cluster cluster, String isolation, Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(further);
        settings.put("isolation.level", isolation);
        settings.put("max.partition.fetch.bytes", PARTITION_BYTES);
        settings.put("fetch.max.bytes", RESPONSE_BYTES);
        settings.put("fetch.max.wait.ms", (int) POLL.toMillis());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("enable.metrics.push", false);
        return new KafkaConsumer<>(
                cluster.consumer(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
