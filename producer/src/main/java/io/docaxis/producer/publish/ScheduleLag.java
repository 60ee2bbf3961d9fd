package io.docaxis.producer.publish;

import io.docaxis.producer.fastsend.SentEvents;
import java.util.concurrent.TimeUnit;

/**
 * How far a source is behind its schedule: how long ago the first event was wanted that the broker does not have, whether it waits
 * for the source, for Kafka's client or for the broker. To within {@link #STEP_NS}. Time is the caller's. Written by the sending thread
 * and the client's, read by any.
 */
final class ScheduleLag {

    /** Events that were wanted so close together are one step: an hour without an acknowledgement takes some ten megabytes. */
    static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Steps in the order of time, which is that of events, in a ring: when its first event was wanted. */
    private long[] firstAtNs = new long[64];
    /** Of its events, those that the broker does not have. */
    private int[] waiting = new int[64];

    private int head;
    private int size;
    private long mostMs;

    /** The source takes up the next event; it is given to the client once it is due, and the client has room for it. */
    synchronized void waitsFor(long intendedAtNs) {
        if (size == 0 || intendedAtNs - firstAtNs[at(size - 1)] >= STEP_NS) {
            makeRoom();
            firstAtNs[at(size)] = intendedAtNs;
            waiting[at(size)] = 0;
            size++;
        }
        waiting[at(size - 1)]++;
    }

    /** The event that was taken up has been given to the client. */
    synchronized void gave(long intendedAtNs, long nowNs) {
        mostMs = Math.max(mostMs, ms(nowNs - intendedAtNs));
    }

    /** The event that was taken up is not to be sent. */
    synchronized void passedOver() {
        waiting[at(size - 1)]--;
        dropFirst();
    }

    /** Events were acknowledged, or failed; in the order of time. */
    synchronized void completed(SentEvents events) {
        int step = -1;
        for (int i = 0; i < events.count(); i++) {
            long intendedAtNs = events.intendedAtNs(i);
            if (step < 0 || step + 1 < size && firstAtNs[at(step + 1)] <= intendedAtNs) {
                step = stepOf(intendedAtNs);
            }
            waiting[at(step)]--;
        }
        dropFirst();
    }

    /** Milliseconds behind; 0 where nothing is. */
    synchronized long behindMs(long nowNs) {
        long behindMs = size == 0 ? 0 : Math.max(0, ms(nowNs - firstAtNs[head]));
        mostMs = Math.max(mostMs, behindMs);
        return behindMs;
    }

    /** The most that ever was. */
    synchronized long mostMs() {
        return mostMs;
    }

    private void dropFirst() {
        while (size > 0 && waiting[head] == 0) {
            head = at(1);
            size--;
        }
    }

    private int stepOf(long instantNs) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstAtNs[at(middle)] <= instantNs) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void makeRoom() {
        if (size < waiting.length) {
            return;
        }
        long[] instants = new long[2 * size];
        int[] counts = new int[2 * size];
        for (int i = 0; i < size; i++) {
            instants[i] = firstAtNs[at(i)];
            counts[i] = waiting[at(i)];
        }
        firstAtNs = instants;
        waiting = counts;
        head = 0;
    }

    /** Where a step is in the ring. */
    private int at(int step) {
        return head + step & waiting.length - 1;
    }

    private static long ms(long ns) {
        return TimeUnit.NANOSECONDS.toMillis(ns);
    }
}
