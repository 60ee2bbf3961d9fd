package io.docaxis.monitor.cluster;

import java.util.Optional;

/** Under which name a cluster's figures are shown: the one that was given, or else its own id, once it has said that. Thread-safe. */
public final class ClusterName {

    private volatile String name;

    /** @param given empty: the cluster's own id */
    public ClusterName(Optional<String> given) {
        name = given.orElse(null);
    }

    /** Asks the cluster, where that is still needed. */
    public void learn(ClusterQueries queries) throws InterruptedException {
        if (name == null) {
            name = queries.id();
        }
    }

    /** Empty until the cluster has answered, if none was given. */
    public Optional<String> get() {
        return Optional.ofNullable(name);
    }
}
