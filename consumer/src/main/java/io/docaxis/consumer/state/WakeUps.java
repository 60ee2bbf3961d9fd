package io.docaxis.consumer.state;

import java.util.Arrays;

/**
 * When threads want to be looked at. What is due within the hour is a heap of (time, thread); all later threads lie in the list of
 * their hour, in no order, and come to the heap when their hour does: so adding costs nothing, and the heap is small enough for the
 * processor's cache. An entry that its thread no longer wants stays until its hour comes.
 *
 * <p>In a live run deadlines pass before the watermark, which alone lets threads be forgotten: what wants to be looked at by the watermark
 * alone is held in a heap of its own, empty in other runs. Not thread-safe.
 */
final class WakeUps {

    private static final long HOUR_S = 3600;
    /** Hours that have a list; what lies beyond 14 years is in the heap at once. */
    private static final int MOST_HOURS = 1 << 17;

    private static final ThreadState[] NOBODY = {};

    private final WakeUpHeap near = new WakeUpHeap();
    /** For the watermark. A thread may be there more than once, for a look too many does no harm. */
    private final WakeUpHeap held = new WakeUpHeap();
    /** By hour from the first: who wants to be looked at then, and how many these are. */
    private ThreadState[][] later = {};

    private int[] counts = {};
    /** Hours since 1970. */
    private long firstHour;
    /** The first hour that still has its list; earlier ones are in the heap. None has one before the first look. */
    private long nextHour = Long.MAX_VALUE;
    /** Nobody wants to be looked at before this instant. */
    private long quietUntil = Long.MIN_VALUE;
    /** What was touched is kept, lest the compiler leave it out. */
    private long seen;

    /** A thread wants to be looked at at its own {@link ThreadState#wakeAt}. */
    void add(ThreadState thread) {
        quietUntil = Math.min(quietUntil, thread.wakeAt);
        long hour = Math.floorDiv(thread.wakeAt, HOUR_S);
        long index = hour - firstHour;
        if (hour < nextHour || index >= MOST_HOURS) {
            near.add(thread.wakeAt, thread);
        } else {
            put((int) index, thread);
        }
    }

    private void put(int index, ThreadState thread) {
        if (index >= later.length) {
            int hours = Math.max(2 * later.length, index + 64);
            int known = later.length;
            later = Arrays.copyOf(later, hours);
            Arrays.fill(later, known, hours, NOBODY);
            counts = Arrays.copyOf(counts, hours);
        }
        int count = counts[index]++;
        if (count == later[index].length) {
            later[index] = Arrays.copyOf(later[index], Math.max(4, 2 * count));
        }
        later[index][count] = thread;
    }

    /** A thread wants to be looked at when the watermark passes an instant, however far deadlines are announced. */
    void hold(ThreadState thread, long instant) {
        quietUntil = Math.min(quietUntil, instant);
        held.add(instant, thread);
    }

    /**
     * Takes a thread that wanted to be looked at before an instant, or that is held and that the watermark has passed; null where there is
     * none.
     *
     * @param before at least the watermark
     */
    ThreadState take(long before, long watermark) {
        // time moves with almost every record, and seldom reaches anything
        if (before <= quietUntil) {
            return null;
        }
        ThreadState thread = takeNear(before);
        if (thread == null) {
            thread = takeHeld(watermark);
        }
        if (thread == null) {
            long listed = nextHour - firstHour < later.length ? nextHour * HOUR_S : Long.MAX_VALUE;
            quietUntil = Math.min(listed, Math.min(near.firstTime(), held.firstTime()));
        }
        return thread;
    }

    private ThreadState takeHeld(long watermark) {
        while (held.firstTime() < watermark) {
            ThreadState thread = held.takeThread();
            if (!thread.isDropped()) {
                return thread;
            }
        }
        return null;
    }

    private ThreadState takeNear(long before) {
        if (nextHour == Long.MAX_VALUE) {
            // not from the first that is added: after a restore all want to be looked at at once
            firstHour = Math.floorDiv(before, HOUR_S);
            nextHour = firstHour;
        }
        while (nextHour * HOUR_S < before && nextHour - firstHour < later.length) {
            approach((int) (nextHour - firstHour));
            nextHour++;
        }
        while (near.firstTime() < before) {
            long time = near.firstTime();
            ThreadState thread = near.takeThread();
            if (thread.wakeAt == time) {
                return thread;
            }
        }
        return null;
    }

    private void approach(int index) {
        ThreadState[] threads = later[index];
        // with nothing between, so that they are waited for together; when their times come, each would be waited for
        // by itself
        long sum = 0;
        for (int i = 0; i < counts[index]; i++) {
            sum += threads[i].touch();
        }
        seen = sum;
        for (int i = 0; i < counts[index]; i++) {
            if (Math.floorDiv(threads[i].wakeAt, HOUR_S) == nextHour) {
                near.add(threads[i].wakeAt, threads[i]);
            }
        }
        later[index] = NOBODY;
        counts[index] = 0;
    }

    void clear() {
        near.clear();
        held.clear();
        quietUntil = Long.MIN_VALUE;
        later = new ThreadState[][] {};
        counts = new int[] {};
        nextHour = Long.MAX_VALUE;
    }
}
