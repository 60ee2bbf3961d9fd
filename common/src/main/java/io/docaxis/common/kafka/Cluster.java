package io.docaxis.common.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to reach a Kafka cluster.
 *
 * <p>Properties may have the prefixes of Kafka Streams: {@code producer.}, {@code consumer.} and {@code admin.} for clients of one
 * kind, {@code main.consumer.} and the like for those of the engine alone. What docaxis sets of its own wins over them, but for
 * what it only prefers.
 *
 * @param bootstrapServers comma-separated host:port
 * @param properties further client properties (TLS, SASL, …), given to every client
 */
public record Cluster(String bootstrapServers, Map<String, String> properties) {

    private static final String PRODUCER = "producer.";
    private static final String CONSUMER = "consumer.";
    private static final String ADMIN = "admin.";
    /** Of one kind of client, or of topics that the engine makes. */
    private static final List<String> PREFIXES =
            List.of(PRODUCER, CONSUMER, ADMIN, "main.consumer.", "restore.consumer.", "global.consumer.", "topic.");

    public Cluster {
        properties = Map.copyOf(properties);
    }

    public static Cluster of(String bootstrapServers) {
        return new Cluster(bootstrapServers, Map.of());
    }

    /** The properties of a client of no particular kind. */
    public Map<String, Object> client(Map<String, ?> own) {
        return client("", Map.of(), own);
    }

    public Map<String, Object> admin(Map<String, ?> own) {
        return client(ADMIN, Map.of(), own);
    }

    public Map<String, Object> consumer(Map<String, ?> own) {
        return client(CONSUMER, Map.of(), own);
    }

    /**
     * The properties of a producer.
     *
     * @param preferred where the user says nothing else
     */
    public Map<String, Object> producer(Map<String, ?> own, Map<String, ?> preferred) {
        return client(PRODUCER, preferred, own);
    }

    /**
     * The properties of the stream engine.
     *
     * @param preferred where the user says nothing else, with or without a prefix
     */
    public Map<String, Object> streams(Map<String, ?> own, Map<String, ?> preferred) {
        Map<String, Object> all = new HashMap<>(preferred);
        // the engine would take the more special of two
        all.keySet().removeIf(name -> isSaid(name));
        all.putAll(properties);
        all.putAll(own);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }

    private boolean isSaid(String name) {
        String plain = withoutPrefix(name);
        boolean ofConsumers = name.endsWith(CONSUMER + plain) && properties.containsKey(CONSUMER + plain);
        return ofConsumers || properties.containsKey(plain);
    }

    private Map<String, Object> client(String kind, Map<String, ?> preferred, Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(preferred);
        properties.forEach((name, value) -> {
            if (withoutPrefix(name).equals(name)) {
                all.put(name, value);
            }
        });
        properties.forEach((name, value) -> {
            if (!kind.isEmpty() && name.startsWith(kind)) {
                all.put(name.substring(kind.length()), value);
            }
        });
        all.putAll(own);
        all.put("bootstrap.servers", bootstrapServers);
        return all;
    }

    /** The name of a setting, whatever kind of client it is for. */
    public static String withoutPrefix(String name) {
        return name.substring(prefix(name).length());
    }

    /** What says for which kind of client a setting is; empty: for all. */
    public static String prefix(String name) {
        return PREFIXES.stream().filter(name::startsWith).findFirst().orElse("");
    }

    /** Without the properties: passwords are among them. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}
