package io.docaxis.simulator.broker;

import java.nio.file.Path;

/**
 * What a user can choose about the embedded broker.
 *
 * @param port on loopback; 0: a free one
 * @param directory where its data is kept, or null for a temporary directory that is removed at the end
 */
public record BrokerSettings(int port, Path directory) {

    public static final BrokerSettings DEFAULT = new BrokerSettings(0, null);

    /** @throws IllegalArgumentException if there is no such port */
    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + ": want 0 (any free one) to 65535");
        }
    }

    /** The same broker with its data kept in a directory; null: removed at the end. */
    public BrokerSettings keptIn(Path where) {
        return new BrokerSettings(port, where);
    }
}
