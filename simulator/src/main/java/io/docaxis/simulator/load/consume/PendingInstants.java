package io.docaxis.simulator.load.consume;

import java.util.function.LongConsumer;

/**
 * Intended instants of events that wait for their commit, by ascending offset. A ring that grows up to a bound; beyond it the oldest
 * are forgotten, and counted. Not thread-safe; 16 bytes an event.
 */
final class PendingInstants {

    private static final int FIRST = 1_024;

    private final int most;
    private long[] offsets = new long[FIRST];
    private long[] instants = new long[FIRST];
    private int head;
    private int size;
    private long forgotten;

    /** @param most events, a power of two from 1,024 on */
    PendingInstants(int most) {
        if (most < FIRST || Integer.bitCount(most) != 1) {
            throw new IllegalArgumentException("bound " + most + ": want a power of two from " + FIRST + " on");
        }
        this.most = most;
    }

    /** @param offset above all that were added before */
    void add(long offset, long intendedAtNs) {
        if (size == offsets.length) {
            makeRoom();
        }
        int at = head + size & offsets.length - 1;
        offsets[at] = offset;
        instants[at] = intendedAtNs;
        size++;
    }

    private void makeRoom() {
        if (size == most) {
            remove();
            forgotten++;
            return;
        }
        offsets = grown(offsets);
        instants = grown(instants);
        head = 0;
    }

    private long[] grown(long[] ring) {
        long[] larger = new long[2 * ring.length];
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        return larger;
    }

    /** Gives, and forgets, the instants of all below an offset; those above stay. */
    void takeBelow(long offset, LongConsumer to) {
        while (size > 0 && offsets[head] < offset) {
            to.accept(instants[head]);
            remove();
        }
    }

    private void remove() {
        head = head + 1 & offsets.length - 1;
        size--;
    }

    int size() {
        return size;
    }

    /** How many were too many. */
    long forgotten() {
        return forgotten;
    }
}
