package io.docaxis.monitor.lag;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.Poller;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;

/** The newest lag of a prefix's consumers, asked for once a second: what a terminal shows of them. Thread-safe to read. */
public final class PolledLag implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LagSnapshot unknown;
    private final Poller<LagSnapshot> poller;

    /**
     * Unknown until {@link #start} was called and the cluster has answered.
     *
     * @param contact told of every answer
     */
    public PolledLag(Cluster cluster, Topics topics, ClusterContact contact, Clock clock) {
        unknown = LagSnapshot.unknown(topics.group(), topics.events());
        poller = new Poller<>(
                "lag",
                () -> new LagSource(new LagReader(cluster, topics.group(), topics.events(), clock), contact),
                clock,
                EVERY);
    }

    public PolledLag start() {
        poller.start();
        return this;
    }

    /** As far as it is known. */
    public LagSnapshot snapshot() {
        return poller.newest().get().orElse(unknown);
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        poller.close();
    }
}
