package io.docaxis.common.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrapServers comma-separated host:port
 * @param properties further client properties (TLS, SASL, …), given to every client; they win over docaxis' own settings
 */
public record Cluster(String bootstrapServers, Map<String, String> properties) {

    public Cluster {
        properties = Map.copyOf(properties);
    }

    public static Cluster of(String bootstrapServers) {
        return new Cluster(bootstrapServers, Map.of());
    }

    /**
     * A cluster whose client properties stand in a Java properties file, as Kafka's own tools take it.
     *
     * @param clientConfig the file, or null for none
     * @throws ClusterException if the file cannot be read
     */
    public static Cluster of(String bootstrapServers, Path clientConfig) {
        Map<String, String> properties = new TreeMap<>();
        if (clientConfig != null) {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(clientConfig, StandardCharsets.UTF_8)) {
                read.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new ClusterException("client config '" + clientConfig + "' cannot be read: " + e.getMessage(), e);
            }
            read.forEach((key, value) -> properties.put(key.toString(), value.toString()));
        }
        return new Cluster(bootstrapServers, properties);
    }

    /** The properties for a client: the given settings, then what the user says. */
    public Map<String, Object> client(Map<String, ?> settings) {
        Map<String, Object> client = new HashMap<>(settings);
        client.put("bootstrap.servers", bootstrapServers);
        client.putAll(properties);
        return client;
    }

    /** The properties for a client without settings of its own. */
    public Map<String, Object> clientProperties() {
        return client(Map.of());
    }
}
