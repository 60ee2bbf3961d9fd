package io.docaxis.simulator.cluster;

import java.util.List;

/** A client config, or the addresses of a cluster, are wrong. The message names everything that is. */
public final class InvalidClientConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidClientConfigException(String message) {
        super(message);
    }

    InvalidClientConfigException(String where, List<String> problems) {
        super(
                problems.size() == 1
                        ? where + ": " + problems.get(0)
                        : where + " has " + problems.size() + " errors:\n  " + String.join("\n  ", problems));
    }
}
