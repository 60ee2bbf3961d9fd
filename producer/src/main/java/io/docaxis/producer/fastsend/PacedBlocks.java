package io.docaxis.producer.fastsend;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What the blocks of a paced run have beside their records: when each record was wanted, how long some have waited, and how many blocks of
 * each partition are on their way. Of the sending thread, but for {@link #came}.
 */
final class PacedBlocks {

    private static final int FIRST_RECORDS = 64;
    /** No instant. */
    static final long NOTHING_WAITS = Long.MAX_VALUE;

    private final long lingerNs;
    private final int mostOnTheirWay;
    /** By partition: of the block that is being filled. */
    private final long[][] intendedAtNs;

    private final AtomicIntegerArray onTheirWay;
    /** When blocks are to go. */
    private long dueAtNs = NOTHING_WAITS;

    /** Arrays that may be used again. */
    private long[][] free = new long[16][];

    private int freeCount;

    /** @param mostOnTheirWay blocks of a partition that Kafka's producer sends before the first is acknowledged */
    PacedBlocks(int partitions, long lingerNs, int mostOnTheirWay) {
        this.lingerNs = lingerNs;
        this.mostOnTheirWay = mostOnTheirWay;
        intendedAtNs = new long[partitions][FIRST_RECORDS];
        onTheirWay = new AtomicIntegerArray(partitions);
    }

    /** A record was added to a block; it is the one of that number in it, from 0. */
    void added(int partition, int record, long itsIntendedAtNs, long nowNs) {
        if (record == intendedAtNs[partition].length) {
            intendedAtNs[partition] = Arrays.copyOf(intendedAtNs[partition], 2 * record);
        }
        intendedAtNs[partition][record] = itsIntendedAtNs;
        // it has waited already for whoever gave it late
        dueAtNs = Math.min(dueAtNs, Math.max(nowNs, itsIntendedAtNs + lingerNs));
    }

    /**
     * Whether blocks are to go, because a record will have waited for the linger before the next comes. Records that are due already go
     * with them, unless there are so many that one would wait for another linger.
     */
    boolean areDue(long nowNs, long nextAtNs) {
        return dueAtNs <= (nextAtNs > nowNs ? nextAtNs : nowNs - lingerNs);
    }

    /** When blocks are to go, if nothing changes that; {@link #NOTHING_WAITS} if nothing is in them. */
    long dueAtNs() {
        return dueAtNs;
    }

    /** @param all false: some blocks had to stay, and are tried again after another linger */
    void went(boolean all, long nowNs) {
        dueAtNs = all ? NOTHING_WAITS : nowNs + lingerNs;
    }

    /**
     * Whether a block that is not full should go: beyond what Kafka's producer has on its way it would wait there, and could not be
     * filled any more.
     */
    boolean mayGo(int partition) {
        return onTheirWay.get(partition) < mostOnTheirWay;
    }

    /** A block goes: gives when its records were wanted. */
    long[] goes(int partition) {
        long[] its = intendedAtNs[partition];
        onTheirWay.incrementAndGet(partition);
        intendedAtNs[partition] = take(its.length);
        return its;
    }

    /** What {@link #goes} gave for a block is not needed any more: it is acknowledged, or failed. Any thread. */
    void came(int partition, long[] its) {
        onTheirWay.decrementAndGet(partition);
        give(its);
    }

    private synchronized long[] take(int atLeast) {
        return freeCount == 0 ? new long[atLeast] : free[--freeCount];
    }

    private synchronized void give(long[] array) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = array;
    }
}
