package io.docaxis.simulator.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What can be chosen about the embedded broker.
 *
 * @param port on loopback; 0: a free one
 * @param directory where its data is kept, or null for a temporary directory that is removed at the end
 * @param further Kafka's own settings, which win over docaxis' choice; no user has them, tests imitate other people's clusters by them
 */
public record BrokerSettings(int port, Path directory, Map<String, String> further) {

    public static final BrokerSettings DEFAULT = new BrokerSettings(0, null);

    /** @throws IllegalArgumentException if there is no such port */
    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ": want 0 (any free one) to 65535");
        }
        further = Map.copyOf(further);
    }

    public BrokerSettings(int port, Path directory) {
        this(port, directory, Map.of());
    }

    /** The same broker with further settings of Kafka's. */
    public BrokerSettings with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(further);
        all.putAll(more);
        return new BrokerSettings(port, directory, all);
    }
}
