package io.docaxis.producer.emission;

import java.util.Arrays;

/**
 * Deliveries that are still to come, given back in the order of their seconds; those of one second in the order in which they
 * were added. Never compares: a delivery waits in the chain of its minute or so, and when that begins, in the chain of its
 * second. 32 bytes a delivery, used again, so it grows with what is open at once; 4 bytes for each {@value #SLOT_S} s of the
 * period, used or not. Not thread-safe.
 */
final class Pending {

    private static final int NONE = -1;

    /** A slot has a bit of a word for each of its seconds. */
    private static final int SLOT_BITS = 6;

    private static final int SLOT_S = 1 << SLOT_BITS;
    private static final int SECOND_MASK = SLOT_S - 1;
    /** Room for chains of slots: 8 MiB. */
    private static final long MOST_S = 1L << 27;

    /** Of a link's words: occurred at, subject, thread with second of its slot, detail with next link. */
    private static final int LINK_WORDS = 4;

    private static final int SUBJECT = 1;
    private static final int THREAD = 2;
    private static final int DETAIL = 3;
    private static final long DETAIL_MASK = -1L << Integer.SIZE;

    private final long origin;
    /** By slot: the link added last, whose next is the one added before it. */
    private final int[] newest;
    /** The slot that is spread over its seconds: what comes before it is over, what comes after it waits in chains. */
    private int slot;
    /** Of the slot's seconds: which have deliveries. */
    private long due;

    private final int[] first = new int[SLOT_S];
    private final int[] last = new int[SLOT_S];

    /** A link is the place of its first word. */
    private long[] links = new long[1024 * LINK_WORDS];

    private int used;
    private int freed = NONE;
    private int count;
    private int peak;

    private long givenAt;
    private int given;

    /**
     * @param origin no delivery is before it
     * @param lastAt no delivery is after it
     * @throws IllegalArgumentException if there are too many seconds from first to last
     */
    Pending(long origin, long lastAt) {
        if (lastAt - origin >= MOST_S) {
            throw new IllegalArgumentException(
                    "period with drain: " + (lastAt - origin) / 86_400 + " days; at most " + MOST_S / 86_400);
        }
        this.origin = origin;
        newest = new int[slotOf(lastAt) + 1];
        Arrays.fill(newest, NONE);
    }

    int count() {
        return count;
    }

    /** The most there ever were at once. */
    int peak() {
        return peak;
    }

    /**
     * Adds a delivery, after all of its second that were added before.
     *
     * @param emittedAt not before the latest instant that {@link #next} was asked for
     */
    void add(long emittedAt, long thread, long occurredAt, long subject, int detail) {
        int link = take();
        int second = (int) (emittedAt - origin) & SECOND_MASK;
        links[link] = occurredAt;
        links[link + SUBJECT] = subject;
        links[link + THREAD] = thread << SLOT_BITS | second;
        links[link + DETAIL] = (long) detail << Integer.SIZE;
        int its = slotOf(emittedAt);
        if (its > slot) {
            setNext(link, newest[its]);
            newest[its] = link;
        } else {
            append(link, second);
        }
    }

    /** Turns to the next delivery, which is taken away; false if there is none before an instant. */
    boolean next(long before) {
        while (due == 0) {
            if (count == 0 || startOf(slot + 1) >= before) {
                return false;
            }
            spread(newest[++slot]);
        }
        int second = Long.numberOfTrailingZeros(due);
        if (startOf(slot) + second >= before) {
            return false;
        }
        givenAt = startOf(slot) + second;
        give(second);
        return true;
    }

    /** When the delivery turned to is emitted. This and all else of it is good until the next is added. */
    long emittedAt() {
        return givenAt;
    }

    long thread() {
        return links[given + THREAD] >>> SLOT_BITS;
    }

    long occurredAt() {
        return links[given];
    }

    long subject() {
        return links[given + SUBJECT];
    }

    int detail() {
        return (int) (links[given + DETAIL] >>> Integer.SIZE);
    }

    /** Gives a slot's deliveries to its seconds. Its chain begins with the newest, so each goes before those that are there. */
    private void spread(int link) {
        int each = link;
        while (each != NONE) {
            int following = next(each);
            int second = (int) links[each + THREAD] & SECOND_MASK;
            if (isDue(second)) {
                setNext(each, first[second]);
            } else {
                last[second] = each;
            }
            first[second] = each;
            due |= 1L << second;
            each = following;
        }
    }

    private void append(int link, int second) {
        if (isDue(second)) {
            setNext(last[second], link);
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
            first[second] = next(given);
        }
        setNext(given, freed);
        freed = given;
        count--;
    }

    private int take() {
        int link = freed;
        if (link != NONE) {
            freed = next(link);
        } else {
            if (used == links.length) {
                links = Arrays.copyOf(links, 2 * used);
            }
            link = used;
            used += LINK_WORDS;
        }
        peak = Math.max(peak, ++count);
        return link;
    }

    private boolean isDue(int second) {
        return (due >>> second & 1) != 0;
    }

    private int next(int link) {
        return (int) links[link + DETAIL];
    }

    private void setNext(int link, int next) {
        links[link + DETAIL] = links[link + DETAIL] & DETAIL_MASK | next & ~DETAIL_MASK;
    }

    private int slotOf(long instant) {
        return (int) (instant - origin >>> SLOT_BITS);
    }

    private long startOf(int which) {
        return origin + ((long) which << SLOT_BITS);
    }
}
