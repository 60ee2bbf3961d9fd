package io.docaxis.producer.emission;

import java.util.Arrays;

/**
 * Deliveries that are still to come, given back in the order of their seconds; those of one second in the order in which they
 * were added. Never compares: a delivery waits in the chain of its slot, and when that begins, in the chain of its second.
 * Grows with what is open at once; beside that 4 bytes for each slot of the period. Not thread-safe.
 */
final class DeliveryQueue {

    /** A slot is about a minute: a bit of a word for each second. */
    private static final int SLOT_BITS = 6;

    private static final int SLOT_S = 1 << SLOT_BITS;
    private static final int SECOND_MASK = SLOT_S - 1;
    /** So that slots take 8 MiB at most. */
    private static final long MOST_S = 1L << 27;
    /** Blocks of eight: two or three lines of the cache, which the processor fetches together. */
    private static final int LATER_BLOCK_BITS = 3;

    private final long origin;
    /** Deliveries of slots to come. */
    private final DeliveryChains later = new DeliveryChains(LATER_BLOCK_BITS);
    /** By slot to come: the link added last, whose next is the one added before it. */
    private final int[] newest;
    /** Deliveries of the slot that has begun: few, so they are in the processor's cache while they are added to and given. */
    private final DeliveryChains soon = new DeliveryChains(0);
    /** By second of that slot, where it has any. */
    private final int[] first = new int[SLOT_S];

    private final int[] last = new int[SLOT_S];
    /** Its seconds that have any. */
    private long due;

    private int slot;
    private int count;
    private int given;
    private long givenAt;

    /**
     * @param origin no delivery is before it
     * @param lastAt no delivery is after it
     * @throws IllegalArgumentException if there are too many seconds from first to last
     */
    DeliveryQueue(long origin, long lastAt) {
        if (lastAt - origin >= MOST_S) {
            throw new IllegalArgumentException(
                    "period with drain: " + (lastAt - origin) / 86_400 + " days; at most " + MOST_S / 86_400);
        }
        this.origin = origin;
        newest = new int[slotOf(lastAt) + 1];
        Arrays.fill(newest, DeliveryChains.NONE);
    }

    int count() {
        return count;
    }

    /**
     * Adds a delivery, after all of its second that were added before.
     *
     * @param emittedAt not before the latest instant that {@link #next} was asked for
     * @param thread of a {@link io.docaxis.common.event.CaseKind} that there is
     * @param detail below 2^28
     */
    void add(long emittedAt, long thread, long occurredAt, long subject, int detail) {
        int its = slotOf(emittedAt);
        int second = (int) (emittedAt - origin) & SECOND_MASK;
        if (its > slot) {
            newest[its] = later.takeBefore(newest[its], second, thread, occurredAt, subject, detail);
        } else {
            append(soon.takeBefore(DeliveryChains.NONE, second, thread, occurredAt, subject, detail), second);
        }
        count++;
    }

    /** Turns to the next delivery, which is taken away; false if there is none before an instant. */
    boolean next(long before) {
        while (due == 0) {
            if (count == 0 || startOf(slot + 1) >= before) {
                return false;
            }
            begin(newest[++slot]);
        }
        int second = Long.numberOfTrailingZeros(due);
        if (startOf(slot) + second >= before) {
            return false;
        }
        givenAt = startOf(slot) + second;
        give(second);
        return true;
    }

    /** How many deliveries that were added follow the one turned to in its second; walks along them. */
    int moreOfThatSecond() {
        int second = (int) (givenAt - origin) & SECOND_MASK;
        if (!isDue(second)) {
            return 0;
        }
        int more = 1;
        for (int link = first[second]; link != last[second]; link = soon.next(link)) {
            more++;
        }
        return more;
    }

    /** When the delivery turned to is emitted. This and all else of it is good until the next is added. */
    long emittedAt() {
        return givenAt;
    }

    long thread() {
        return soon.thread(given);
    }

    long occurredAt() {
        return soon.occurredAt(given);
    }

    long subject() {
        return soon.subject(given);
    }

    int detail() {
        return soon.detail(given);
    }

    /** Gives a slot's deliveries to its seconds. The chain begins with the newest, so each goes before those that are there. */
    private void begin(int chain) {
        int waiting = chain;
        while (waiting != DeliveryChains.NONE) {
            int link = soon.take(later, waiting);
            int second = soon.second(link);
            if (isDue(second)) {
                soon.setNext(link, first[second]);
            } else {
                last[second] = link;
            }
            first[second] = link;
            due |= 1L << second;
            int following = later.next(waiting);
            later.free(waiting);
            waiting = following;
        }
    }

    private void append(int link, int second) {
        if (isDue(second)) {
            soon.setNext(last[second], link);
        } else {
            first[second] = link;
        }
        last[second] = link;
        due |= 1L << second;
    }

    private void give(int second) {
        given = first[second];
        if (given == last[second]) {
            due &= ~(1L << second);
        } else {
            first[second] = soon.next(given);
        }
        soon.free(given);
        count--;
    }

    private boolean isDue(int second) {
        return (due >>> second & 1) != 0;
    }

    private int slotOf(long instant) {
        return (int) (instant - origin >>> SLOT_BITS);
    }

    private long startOf(int which) {
        return origin + ((long) which << SLOT_BITS);
    }
}
