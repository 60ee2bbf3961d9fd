package io.docaxis.monitor.figures;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.lag.LagReader;
import io.docaxis.monitor.lag.LagSnapshot;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The newest figures about a prefix's consumers, learnt from the cluster once a second: their lag, and what they concluded so
 * far. The metrics and the terminal show these and no others. What could not be learnt is unknown, whatever the reason, and
 * never what it was before. Thread-safe to read.
 */
public final class Figures implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LagSnapshot unknownLag;
    private final Poller<LagSnapshot> lag;
    private final Poller<TallySnapshot> tally;

    /**
     * Unknown until {@link #start} was called and the cluster has answered.
     *
     * @param contact told of every answer
     */
    public Figures(Cluster cluster, Topics topics, ClusterContact contact, Clock clock) {
        unknownLag = LagSnapshot.unknown(topics.group(), topics.events());
        lag = new Poller<>(
                "lag",
                () -> new LagSource(new LagReader(cluster, topics.group(), topics.events(), clock), contact),
                clock,
                EVERY);
        tally = new Poller<>("tally", () -> new TallySource(cluster, topics.tally(), clock), clock, EVERY);
    }

    public Figures start() {
        lag.start();
        tally.start();
        return this;
    }

    public LagSnapshot lag() {
        return lag.newest().get().orElse(unknownLag);
    }

    public TallySnapshot tally() {
        return tally.newest().get().orElseGet(TallySnapshot::unknown);
    }

    /** Why the tally is unknown, where asking for it failed. */
    public Optional<String> tallyProblem() {
        return tally.newest().problem();
    }

    /** All that there is to show. */
    FiguresSnapshot shown() {
        LatestAnswer<LagSnapshot> lags = lag.newest();
        LatestAnswer<TallySnapshot> tallies = tally.newest();
        return new FiguresSnapshot(
                new FiguresSnapshot.Part<>(
                        lag(), lags.last().map(LagSnapshot::takenAtMs).orElse(OptionalLong.empty()), lags.failures()),
                new FiguresSnapshot.Part<>(
                        tally(),
                        tallies.last().map(TallySnapshot::takenAtMs).orElse(OptionalLong.empty()),
                        tallies.failures()));
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        lag.close();
        tally.close();
    }
}
