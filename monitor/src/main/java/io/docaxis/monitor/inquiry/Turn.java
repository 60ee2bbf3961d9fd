package io.docaxis.monitor.inquiry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Inquiries that read topics of the cluster are answered one at a time, and none for long. Thread-safe. */
final class Turn {

    /** With a broker that says nothing, and for the inquiries before. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For reading one thing. */
    static final Duration MOST = Duration.ofSeconds(10);

    private final Semaphore turn = new Semaphore(1, true);

    /**
     * Answers in its turn.
     *
     * @throws UnknownException if that does not come in time
     */
    <T> T take(Callable<T> inquiry) throws Exception {
        if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new UnknownException(
                    "other inquiries are being answered, and were for " + PATIENCE.toSeconds() + " s: ask again");
        }
        try {
            return inquiry.call();
        } finally {
            turn.release();
        }
    }
}
