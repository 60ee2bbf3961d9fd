package io.docaxis.producer.fastsend;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.LongSupplier;

/**
 * What the blocks of a paced run have beside their records: when each record was wanted and given, how long some have waited, and how many
 * blocks of each partition are on their way. Of the sending thread, but for {@link #leaves} and {@link #came}.
 */
final class PacedBlocks {

    /** No instant. */
    static final long NOTHING_WAITS = Long.MAX_VALUE;

    private final long lingerNs;
    private final int mostOnTheirWay;
    private final LongSupplier nowNs;
    /** By partition: of the block that is being filled. */
    private final SentEvents[] filling;

    private final AtomicIntegerArray onTheirWay;
    /** When blocks are to go. */
    private long dueAtNs = NOTHING_WAITS;

    /** By number, and those that may be used again. */
    private SentEvents[] all = new SentEvents[16];

    private SentEvents[] free = new SentEvents[16];
    private int allCount;
    private int freeCount;

    /**
     * @param mostOnTheirWay blocks of a partition that Kafka's producer sends before the first is acknowledged
     * @param nowNs the clock of the schedule
     */
    PacedBlocks(int partitions, long lingerNs, int mostOnTheirWay, LongSupplier nowNs) {
        this.lingerNs = lingerNs;
        this.mostOnTheirWay = mostOnTheirWay;
        this.nowNs = nowNs;
        filling = new SentEvents[partitions];
        Arrays.setAll(filling, partition -> take());
        onTheirWay = new AtomicIntegerArray(partitions);
    }

    /** A record was added to a block; it is the one of that number in it, from 0. */
    void added(int partition, int record, long intendedAtNs, long givenAtNs, long slipNs) {
        filling[partition].set(record, intendedAtNs, givenAtNs, slipNs);
        // it has waited already for whoever gave it late
        dueAtNs = Math.min(dueAtNs, Math.max(givenAtNs, intendedAtNs + lingerNs));
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

    /** The number of the block that is being filled. */
    int number(int partition) {
        return filling[partition].number();
    }

    /** A block goes: gives what is known of its records. */
    SentEvents goes(int partition) {
        SentEvents its = filling[partition];
        its.goTo(partition);
        onTheirWay.incrementAndGet(partition);
        filling[partition] = take();
        return its;
    }

    /** A request leaves with the block of a number, for the first time or again. The client's thread, to which it was given. */
    void leaves(int number) {
        byNumber(number).requested(nowNs.getAsLong());
    }

    /** What {@link #goes} gave for a block is not needed any more: it is acknowledged, or failed. Any thread. */
    void came(SentEvents its) {
        onTheirWay.decrementAndGet(its.partition());
        give(its);
    }

    private synchronized SentEvents byNumber(int number) {
        return all[number];
    }

    private synchronized SentEvents take() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (allCount == all.length) {
            all = Arrays.copyOf(all, 2 * allCount);
        }
        SentEvents made = new SentEvents(allCount);
        all[allCount++] = made;
        return made;
    }

    private synchronized void give(SentEvents events) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = events;
    }
}
