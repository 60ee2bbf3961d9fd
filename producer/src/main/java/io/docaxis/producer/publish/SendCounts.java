package io.docaxis.producer.publish;

import io.docaxis.common.tally.proto.SendBooks;
import io.docaxis.producer.ledger.Ledger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a source has sent, and what became of it. Each count has one writer, the sending thread or the client's, unless said
 * otherwise; any may read them.
 */
final class SendCounts {

    /** Documents and statuses given to the client, or found in the log: the sending thread's. */
    private final AtomicLong scheduled = new AtomicLong();
    /** Of these, those found in the log: the sending thread's. */
    private final AtomicLong resumed = new AtomicLong();
    /** Of those given to the client, those that the broker has: the client's. */
    private final AtomicLong acknowledged = new AtomicLong();
    /** Of both threads. */
    private final AtomicLong failed = new AtomicLong();

    private long ticks;
    private long markers;

    /** Ticks, markers and the ledger: the sending thread's. */
    private final AtomicLong others = new AtomicLong();

    private final AtomicLong othersCompleted = new AtomicLong();
    private final boolean goesOn;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final AtomicReference<Exception> firstFailed = new AtomicReference<>();

    /** Of a source that ends with the first send that fails. */
    SendCounts() {
        this(false);
    }

    /** @param goesOn whether the source goes on after a send that failed */
    SendCounts(boolean goesOn) {
        this.goesOn = goesOn;
    }

    void schedule(boolean isThere) {
        add(scheduled, 1);
        if (isThere) {
            add(resumed, 1);
        }
    }

    void tick() {
        ticks++;
    }

    void marker() {
        markers++;
    }

    void other() {
        add(others, 1);
    }

    /** Documents and statuses were acknowledged or failed; none: nothing can be sent any more. */
    void complete(int events, Exception exception) {
        if (exception == null) {
            add(acknowledged, events);
        } else {
            failed.addAndGet(events);
            failedSend(exception, !goesOn || events == 0);
        }
    }

    /** A tick, a marker or a record of the ledger was acknowledged or failed. */
    void completeOther(Exception exception) {
        othersCompleted.incrementAndGet();
        if (exception != null) {
            failedSend(exception, !goesOn);
        }
    }

    private void failedSend(Exception exception, boolean ends) {
        firstFailed.compareAndSet(null, exception);
        if (ends) {
            fail(exception);
        }
    }

    /** Notes a failure that ends the source; the first stays. */
    void fail(Exception exception) {
        failure.compareAndSet(null, exception);
    }

    /** For one writer: readers see it a moment later, and nobody waits for them as after a volatile write. */
    private static void add(AtomicLong counter, int more) {
        counter.lazySet(counter.getPlain() + more);
    }

    /** The first send that failed, whether that ended the source or not; or null. */
    Exception firstFailed() {
        return firstFailed.get();
    }

    /** Whether the broker has all events that were given to the client; of the sending thread, once that waits for none. */
    boolean areAllAcknowledged() {
        return acknowledged() == scheduled();
    }

    /** What ended the source, or null. */
    Exception failure() {
        return failure.get();
    }

    /** How much of anything that was sent is acknowledged or failed. */
    long completions() {
        return completed() + othersCompleted.get();
    }

    /** What waits for the broker; asked for after {@link #completions}, so that it is not below 0. */
    long waiting(long completions) {
        return scheduled.get() - resumed.get() + others.get() - completions;
    }

    long scheduled() {
        return scheduled.get();
    }

    /** What the broker has: acknowledged, or found there. */
    long acknowledged() {
        return acknowledged.get() + resumed.get();
    }

    long failed() {
        return failed.get();
    }

    /** Found in the log, and passed over. */
    long resumed() {
        return resumed.get();
    }

    /** Events given to the client that are acknowledged or failed. */
    long completed() {
        return acknowledged.get() + failed.get();
    }

    /** All that was sent but the ledger; of the sending thread. */
    long records() {
        return scheduled.get() + ticks + markers;
    }

    /** For the ledger's header; of the sending thread. */
    SendBooks books(Ledger ledger) {
        return SendBooks.newBuilder()
                .setPlanned(ledger.planned())
                .setDuplicated(ledger.duplicated())
                .setWithheld(ledger.withheld())
                .setScheduled(scheduled())
                .setAcknowledged(acknowledged())
                .setFailed(failed())
                .setUnknown(scheduled() - acknowledged() - failed())
                .setTicks(ticks)
                .setMarkers(markers)
                .setResumed(resumed())
                .build();
    }
}
