package io.docaxis.monitor.figures;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.Poller;
import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest figures of a prefix, learnt from the cluster once a second: what its consumers concluded so far. The metrics and the
 * terminal show these and no others. What could not be learnt is unknown, whatever the reason, and never what it was before.
 * Thread-safe to read.
 */
public final class Figures implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final String prefix;
    private final int partitions;
    private final Poller<TallySnapshot> tally;

    /**
     * Unknown until {@link #start} was called and the cluster has answered.
     *
     * @param partitions that the events topic has at least: none of them is forgotten
     */
    public Figures(Cluster cluster, Topics topics, int partitions, Clock clock) {
        prefix = topics.prefix();
        this.partitions = partitions;
        tally = new Poller<>("tally", () -> new TallySource(cluster, topics.tally(), clock), clock, EVERY);
    }

    public Figures start() {
        tally.start();
        return this;
    }

    public TallySnapshot tally() {
        return tally.newest().get().orElseGet(TallySnapshot::unknown);
    }

    /** Why the tally is unknown, where asking for it failed. */
    public Optional<String> tallyProblem() {
        return tally.newest().problem();
    }

    /** Adds all that there is to show. */
    public void addTo(Series series, String cluster) {
        new FigureMetrics(series, cluster, prefix).add(tally(), partitions);
        LatestAnswer<TallySnapshot> newest = tally.newest();
        newest.addTo(
                series,
                cluster,
                "tally",
                prefix,
                newest.last().map(TallySnapshot::takenAtMs).orElse(OptionalLong.empty()));
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        tally.close();
    }
}
