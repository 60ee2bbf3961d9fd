package io.docaxis.simulator.bench;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.stream.StreamProperties;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.producer.publish.ProducerProperties;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Settings of Kafka's clients as files, in the form that Kafka's own tools take. */
public final class ClientSettings {

    /** What belongs to one consumer, or to Streams' own way of sharing partitions. */
    private static final Set<String> NOT_KEPT = Set.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.CLIENT_ID_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

    private ClientSettings() {}

    /** What a load gives to the producers of its sources, where these send blocks. */
    public static Properties ofALoadsProducer(Cluster cluster) {
        Properties kept = new Properties();
        ProducerProperties.paced(cluster, Integer.MAX_VALUE).forEach((name, value) -> {
            if (!NOT_KEPT.contains(name)) {
                kept.put(name, value.toString());
            }
        });
        return kept;
    }

    /** What the pipeline's engine gives to the consumer with which it reads events. */
    public static Properties ofThePipelinesConsumer(Cluster cluster, Topics topics) {
        StreamsConfig streams = new StreamsConfig(StreamProperties.of(cluster, topics, StreamSettings.UNBOUNDED));
        Properties kept = new Properties();
        new TreeMap<>(streams.getMainConsumerConfigs(topics.group(), "bench", 0)).forEach((name, value) -> {
            if (ConsumerConfig.configNames().contains(name) && !NOT_KEPT.contains(name) && value != null) {
                kept.put(name, value.toString());
            }
        });
        kept.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return kept;
    }

    /** Writes settings to a file. */
    public static void write(Properties settings, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            settings.store(writer, null);
        }
    }

    /** One setting of a file. */
    static String of(Path file, String name) {
        try {
            return read(file, "").get(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a file, for a client of a cluster. */
    public static Map<String, Object> read(Path file, String bootstrapServers) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
        }
        Map<String, Object> map = new TreeMap<>();
        settings.forEach((name, value) -> map.put(name.toString(), value));
        map.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return map;
    }
}
