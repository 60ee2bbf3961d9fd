package io.docaxis.consumer.stream;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.topic.PreparedTopics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The properties of Kafka Streams for this application: those that its answers rest on, and those that only make it fast, over which
 * the user's client properties win.
 */
public final class StreamProperties {

    private StreamProperties() {}

    /** For topics that take batches of any size. */
    public static Map<String, Object> of(Cluster cluster, Topics topics, StreamSettings settings) {
        return of(cluster, topics, settings, PreparedTopics.FULL_BATCH);
    }

    /** @param batchBytes the largest batch that every topic takes */
    public static Map<String, Object> of(Cluster cluster, Topics topics, StreamSettings settings, int batchBytes) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.group());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitEvery().toMillis());
        // the store caches by itself
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        if (settings.fastClients() != FastClients.OFF) {
            // in batches, each all that a poll brought: one is worked on, one waits
            properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 2);
        }
        // a task has one partition: there is none to wait for, nor a reason to be put into words at every look
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // otherwise a consumer that joins late only follows what the others do, until Streams asks again after ten
        // minutes;
        // state is restored wherever it goes, for it is in memory, so nobody is worth waiting for
        properties.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(settings.transactionTimeout().toMillis()));
        if (settings.instanceId() != null) {
            main(properties, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        }
        return cluster.streams(properties, preferred(settings, batchBytes));
    }

    private static Map<String, Object> preferred(StreamSettings settings, int batchBytes) {
        Map<String, Object> properties = new HashMap<>();
        // nobody reads them through JMX or asks for them from the broker
        properties.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        properties.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        consumer(properties, settings);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), batchBytes);
        // nobody sees what is sent before the next commit, which sends all that waits: paced, that is to be little
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), settings.paced() ? 50 : 500);
        return properties;
    }

    private static void consumer(Map<String, Object> properties, StreamSettings settings) {
        // a killed instance is noticed after six seconds, which is the least that brokers allow by default
        main(properties, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        main(properties, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        // of the broker's batches, that is all that was fetched; where records come one by one, a poll, with all that
        // Streams
        // does beside it, takes as long as applying some 150
        main(properties, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 8_000);
        main(properties, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        main(properties, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
        main(properties, ConsumerConfig.RECEIVE_BUFFER_CONFIG, 1 << 20);
        if (!settings.paced()) {
            // fewer and larger answers cost both sides less; who waits for more waits a tenth of a second at most
            main(properties, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 512 << 10);
            main(properties, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        }
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 8 << 20);
    }

    private static void main(Map<String, Object> properties, String name, Object value) {
        properties.put(StreamsConfig.mainConsumerPrefix(name), value);
    }
}
