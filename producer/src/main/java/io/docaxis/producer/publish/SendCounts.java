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
    private final AtomicLong answered = new AtomicLong();
    /** Of both threads. */
    private final AtomicLong failed = new AtomicLong();

    private long ticks;
    private long markers;

    /** Ticks, markers and the ledger: the sending thread's. */
    private final AtomicLong others = new AtomicLong();

    private final AtomicLong othersAnswered = new AtomicLong();
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
    void answer(int events, Exception exception) {
        if (exception == null) {
            add(answered, events);
        } else {
            failed.addAndGet(events);
            fail(exception);
        }
    }

    /** A tick, a marker or a record of the ledger was acknowledged or failed. */
    void answerOther(Exception exception) {
        othersAnswered.incrementAndGet();
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

    /** Answers to anything that was sent. */
    long answers() {
        return answered() + othersAnswered.get();
    }

    /** What waits for an answer; asked for after {@link #answers}, so that it is not below 0. */
    long waiting(long answers) {
        return scheduled.get() - resumed.get() + others.get() - answers;
    }

    long scheduled() {
        return scheduled.get();
    }

    /** What the broker has: answered, or found there. */
    long acknowledged() {
        return answered.get() + resumed.get();
    }

    long failed() {
        return failed.get();
    }

    /** Found in the log, and passed over. */
    long resumed() {
        return resumed.get();
    }

    /** Events given to the client that it has an answer for, good or bad. */
    long answered() {
        return answered.get() + failed.get();
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
