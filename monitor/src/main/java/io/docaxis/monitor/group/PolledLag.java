package io.docaxis.monitor.group;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.Poller;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What the consumers of a prefix have not read, asked for once a second: what a terminal shows of them where no {@link PolledGroups} know more.
 * Thread-safe to read.
 */
public final class PolledLag implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Poller<OptionalLong> poller;

    /**
     * Unknown until {@link #start} was called and the cluster has answered.
     *
     * @param contact told of every answer
     */
    public PolledLag(Cluster cluster, Topics topics, ClusterContact contact, Clock clock) {
        poller = new Poller<>(
                "lag", () -> new LagSource(cluster, topics.group(), topics.events(), contact), clock, EVERY);
    }

    public PolledLag start() {
        poller.start();
        return this;
    }

    /** Records that can be read and were not, of all partitions; empty as soon as one is unknown. */
    public OptionalLong readable() {
        return poller.newest().get().orElse(OptionalLong.empty());
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        poller.close();
    }
}
