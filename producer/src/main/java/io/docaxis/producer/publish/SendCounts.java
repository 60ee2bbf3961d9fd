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
    private final AtomicReference<Exception> failure = new AtomicReference<>();

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

    /** Documents and statuses were acknowledged or failed. */
    void complete(int events, Exception exception) {
        if (exception == null) {
            add(acknowledged, events);
        } else {
            failed.addAndGet(events);
            fail(exception);
        }
    }

    /** A tick, a marker or a record of the ledger was acknowledged or failed. */
    void completeOther(Exception exception) {
        othersCompleted.incrementAndGet();
        if (exception != null) {
            fail(exception);
        }
    }

    /** Notes a failure for good; the first stays. */
    void fail(Exception exception) {
        failure.compareAndSet(null, exception);
    }

    /** For one writer: readers see it a moment later, and nobody waits for them as after a volatile write. */
    private static void add(AtomicLong counter, int more) {
        counter.lazySet(counter.getPlain() + more);
    }

    /** The first send that failed for good, or null. */
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
