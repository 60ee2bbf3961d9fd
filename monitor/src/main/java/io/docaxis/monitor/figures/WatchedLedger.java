package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.Poller;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The ledger of a prefix: what a simulated run has planted. It is read by a thread of its own, from the first time that somebody wants to know it, and read on
 * every few seconds while somebody does. Thread-safe.
 */
final class WatchedLedger implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(3);
    /** Who asked so long ago looks on no more. */
    private static final Duration WANTED = Duration.ofSeconds(15);

    private static final long GLANCE_MS = 20;

    /**
     * What a look at the topic says.
     *
     * @param found empty: there is none
     * @param problem why there is none
     */
    record Look(Optional<TallySnapshot> found, Optional<String> problem) {}

    /** One thread at a time; asked for nothing while nobody wants to know. */
    private final class Source implements PolledSource<Look> {
        private final TallySource topic;
        private Look last;

        Source(TallySource topic) {
            this.topic = topic;
        }

        @Override
        public Look read() throws InterruptedException {
            if (last == null || isWanted()) {
                last = look();
            }
            return last;
        }

        private Look look() throws InterruptedException {
            try {
                TallySnapshot read = topic.read();
                return read.isKnown()
                        ? new Look(Optional.of(read), Optional.empty())
                        : new Look(Optional.empty(), Optional.of("no source has written into the ledger yet"));
            } catch (TopicGoneException e) {
                return new Look(Optional.empty(), Optional.of("there is no ledger: " + e.getMessage()));
            }
        }

        @Override
        public void close() {
            topic.close();
        }
    }

    private final Clock clock;
    private final Poller<Look> poller;
    private boolean isStarted;
    private boolean isClosed;
    private volatile long wantedNs;

    WatchedLedger(Cluster cluster, String name, Clock clock) {
        this.clock = clock;
        poller = new Poller<>(
                "ledger",
                () -> new Source(
                        new TallySource(cluster, name, clock, cell -> CellKey.rollup(cell) == Rollup.COUNTERS)),
                clock,
                EVERY);
    }

    /** Of looks that are not taken at a topic. */
    WatchedLedger(Clock clock, Poller<Look> poller) {
        this.clock = clock;
        this.poller = poller;
    }

    private boolean isWanted() {
        return clock.monotonicTime() - wantedNs < WANTED.toNanos();
    }

    /** What was read last; somebody wants to know it. */
    LatestAnswer<Look> newest() {
        wantedNs = clock.monotonicTime();
        start();
        return poller.newest();
    }

    private synchronized void start() {
        if (!isStarted && !isClosed) {
            isStarted = true;
            poller.start();
        }
    }

    /** Waits until it was asked for once. */
    void await(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!newest().isAsked() && System.nanoTime() - until < 0) {
            Thread.sleep(GLANCE_MS);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            if (!isStarted) {
                return;
            }
        }
        poller.close();
    }
}
