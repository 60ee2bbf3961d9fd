package io.docaxis.monitor.figures;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.Poller;
import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Figures for tests of this and other packages, which ask again and again, but get what a test has typed. Thread-safe. */
public final class TypedAnswers {

    private static final Cluster NOWHERE = Cluster.of("127.0.0.1:1");
    private static final Duration EVERY = Duration.ofMillis(10);

    private final MockClock clock = new MockClock();
    private final LatestAnswer<ResponseFigures> response = new LatestAnswer<>(clock, EVERY);
    private volatile TallySnapshot tally = TallySnapshot.unknown();

    /** Asked for the newest tally from now on. */
    public void tally(TallySnapshot newest) {
        tally = newest;
    }

    /** Found of what is overdue, once. */
    public void response(ResponseFigures known) {
        response.ask(() -> known);
    }

    /** Figures that begin to ask with {@link Figures#start}. */
    public Figures figures() {
        return new Figures("typed", response, poller(), new WatchedLedger(NOWHERE, "ledger", clock));
    }

    private Round round() {
        return new Round(tally, Set.of(), List.of(), Optional.empty(), true);
    }

    private Poller<Round> poller() {
        return new Poller<>(
                "tally",
                () -> new PolledSource<>() {
                    @Override
                    public Round read() {
                        return round();
                    }

                    @Override
                    public void close() {}
                },
                clock,
                EVERY);
    }
}
