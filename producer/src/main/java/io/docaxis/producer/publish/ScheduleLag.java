package io.docaxis.producer.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How far a source is behind its schedule: how long ago the first event was due that the broker does not have, whether it waits
 * for the source, for Kafka's client or for the broker. To within {@link #STEP_NS}; sends are taken to complete in their
 * order. Time is the caller's. Written by the sending thread, read by any.
 */
final class ScheduleLag {

    /** Events that were due so close together are one step: hours without an acknowledgement take a few megabytes. */
    static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long NOTHING_DUE = Long.MAX_VALUE;

    private record Step(long firstNumber, long dueAtNs) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private long given;
    private long mostCompleted;
    private long nextDueAtNs = NOTHING_DUE;
    private long mostMs;

    /** The source takes up the next event; it is given to the client once it is due, and the client has room for it. */
    synchronized void next(long dueAtNs) {
        nextDueAtNs = dueAtNs;
    }

    /** The event that was taken up has been given to the client. */
    synchronized void given(long dueAtNs, long nowNs) {
        Step last = steps.peekLast();
        if (last == null || dueAtNs - last.dueAtNs() >= STEP_NS) {
            steps.addLast(new Step(given, dueAtNs));
        }
        given++;
        nextDueAtNs = NOTHING_DUE;
        mostMs = Math.max(mostMs, ms(nowNs - dueAtNs));
    }

    /** The event that was taken up is not to be sent. */
    synchronized void passedOver() {
        nextDueAtNs = NOTHING_DUE;
    }

    /**
     * Milliseconds behind; 0 where nothing is.
     *
     * @param completed how many of the events that were given are acknowledged or failed
     */
    synchronized long behindMs(long completed, long nowNs) {
        // of several that ask, one may have read its count before another
        mostCompleted = Math.max(mostCompleted, completed);
        long behindMs = Math.max(0, ms(nowNs - Math.min(nextDueAtNs, firstPendingDueAtNs())));
        mostMs = Math.max(mostMs, behindMs);
        return behindMs;
    }

    /** The most that ever was. */
    synchronized long mostMs() {
        return mostMs;
    }

    private long firstPendingDueAtNs() {
        if (mostCompleted >= given) {
            steps.clear();
            return NOTHING_DUE;
        }
        Step step = steps.pollFirst();
        while (!steps.isEmpty() && steps.peekFirst().firstNumber() <= mostCompleted) {
            step = steps.pollFirst();
        }
        steps.addFirst(step);
        return step.dueAtNs();
    }

    private static long ms(long ns) {
        return TimeUnit.NANOSECONDS.toMillis(ns);
    }
}
