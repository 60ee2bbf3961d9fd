package io.docaxis.monitor.figures;

import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.PolledSource;
import io.docaxis.monitor.cluster.Poller;
import io.docaxis.monitor.cluster.UnreadableException;
import io.docaxis.monitor.figures.WatchedLedger.Look;
import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Figures for tests of this and other packages, which ask again and again, but get what a test has typed. Thread-safe. */
public final class TypedAnswers {

    private static final Duration EVERY = Duration.ofMillis(10);

    private final MockClock clock = new MockClock();
    private final LatestAnswer<ResponseFigures> response = new LatestAnswer<>(clock, EVERY);
    private volatile TallySnapshot tally = TallySnapshot.unknown();
    private final CountDownLatch isLedgerTyped = new CountDownLatch(1);
    private volatile Callable<Look> ledger;

    /** Asked for the newest tally from now on. */
    public void tally(TallySnapshot newest) {
        tally = newest;
    }

    /** Found of what is overdue, once. */
    public void response(ResponseFigures known) {
        response.ask(() -> known);
    }

    /** Found in the ledger from now on. */
    public void ledger(TallySnapshot found) {
        answer(() -> new Look(Optional.of(found), Optional.empty()));
    }

    /** There is no ledger from now on. */
    public void noLedger() {
        answer(() -> new Look(Optional.empty(), Optional.of("there is none")));
    }

    /** The ledger cannot be read from now on. */
    public void unreadableLedger() {
        answer(() -> {
            throw new UnreadableException("the ledger");
        });
    }

    private void answer(Callable<Look> next) {
        ledger = next;
        isLedgerTyped.countDown();
    }

    /** Is not answered until a test has typed something. */
    private Look look() throws Exception {
        isLedgerTyped.await();
        return ledger.call();
    }

    /** Figures that begin to ask with {@link Figures#start}; for the ledger once somebody wants to know it. */
    public Figures figures() {
        return new Figures(
                "typed",
                response,
                poller("tally", this::round),
                new WatchedLedger(clock, poller("ledger", this::look)));
    }

    private Round round() {
        return new Round(tally, Set.of(), List.of(), Optional.empty(), true);
    }

    private <T> Poller<T> poller(String what, Callable<T> answer) {
        return new Poller<>(
                what,
                () -> new PolledSource<>() {
                    @Override
                    public T read() throws Exception {
                        return answer.call();
                    }

                    @Override
                    public void close() {}
                },
                clock,
                EVERY);
    }
}
