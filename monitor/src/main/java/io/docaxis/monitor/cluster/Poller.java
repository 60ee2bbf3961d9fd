package io.docaxis.monitor.cluster;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a source again and again, on a thread of its own, whatever the source does. A source that failed otherwise than for want
 * of an answer, or by what it read, may be broken: it is closed, and another opened. Thread-safe.
 *
 * @param <T> what the source says
 */
public final class Poller<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    /** One alone is counted; on a busy machine that happens. */
    private static final int FAILURES_TO_TELL = 2;
    /** A pause is this part of the time between two questions, at least. */
    private static final int PAUSES = 4;

    private final String what;
    private final Supplier<PolledSource<T>> sources;
    private final Duration every;
    private final LatestAnswer<T> newest;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private PolledSource<T> source;
    private int failedInARow;

    /** @param what is asked for, in a word */
    public Poller(String what, Supplier<PolledSource<T>> sources, Clock clock, Duration every) {
        this.what = what;
        this.sources = sources;
        this.every = every;
        newest = new LatestAnswer<>(clock, every);
        thread = new Thread(this::run, "docaxis-ask-" + what);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** What the source said last, if that is known. */
    public LatestAnswer<T> newest() {
        return newest;
    }

    private void run() {
        try {
            long askedNs;
            do {
                askedNs = System.nanoTime();
                newest.ask(this::read);
                tell();
            } while (!isClosingWithin(remaining(askedNs)));
        } finally {
            newest.end("nobody asks for it any more");
            closeSource();
        }
    }

    private T read() throws Exception {
        if (source == null) {
            source = sources.get();
        }
        try {
            return source.read();
        } catch (UnansweredException | RefusedException | UnreadableException e) {
            throw e;
        } catch (Throwable e) {
            closeSource();
            throw e;
        }
    }

    /** Says it once when it is lost, where it is at the second time too, and once when it is back. */
    private void tell() {
        Optional<String> problem = newest.problem();
        if (closing.getCount() == 0) {
            return;
        }
        if (problem.isEmpty()) {
            if (failedInARow >= FAILURES_TO_TELL) {
                LOG.info("{} known again", what);
            }
            failedInARow = 0;
        } else if (++failedInARow == FAILURES_TO_TELL) {
            LOG.warn("{} unknown: {}", what, problem.get());
        }
    }

    /** Until it is to be asked again; who takes longer than that is given a pause all the same. */
    private Duration remaining(long askedNs) {
        Duration rest = every.minusNanos(System.nanoTime() - askedNs);
        Duration pause = every.dividedBy(PAUSES);
        return rest.compareTo(pause) > 0 ? rest : pause;
    }

    private boolean isClosingWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // by close, or by somebody whose business this is not
            return closing.getCount() == 0;
        }
    }

    private void closeSource() {
        if (source == null) {
            return;
        }
        // a client that is to close while its thread is interrupted does not
        boolean interrupted = Thread.interrupted();
        try {
            source.close();
        } catch (RuntimeException e) {
            LOG.debug("closing the source of {}", what, e);
        } finally {
            source = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
