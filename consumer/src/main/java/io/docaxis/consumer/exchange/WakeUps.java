package io.docaxis.consumer.exchange;

import java.util.Arrays;

/**
 * When threads want to be looked at: a binary heap of (time, thread) in two arrays. An entry that its thread no longer wants
 * stays until its time comes; whoever takes it compares. Not thread-safe.
 */
final class WakeUps {

    private static final int FIRST_ROOM = 64;

    private long[] times = new long[FIRST_ROOM];
    private long[] threads = new long[FIRST_ROOM];
    private int size;

    void add(long time, long thread) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            threads = Arrays.copyOf(threads, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (times[parent] <= time) {
                break;
            }
            set(at, times[parent], threads[parent]);
            at = parent;
        }
        set(at, time, thread);
    }

    /** Whether the first entry lies before an instant. */
    boolean hasBefore(long instant) {
        return size > 0 && times[0] < instant;
    }

    long firstTime() {
        return times[0];
    }

    /** Takes the first entry away and gives its thread. */
    long takeThread() {
        long taken = threads[0];
        size--;
        if (size > 0) {
            sink(times[size], threads[size]);
        }
        return taken;
    }

    private void sink(long time, long thread) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= time) {
                break;
            }
            set(at, times[child], threads[child]);
            at = child;
            child = 2 * at + 1;
        }
        set(at, time, thread);
    }

    private void set(int at, long time, long thread) {
        times[at] = time;
        threads[at] = thread;
    }

    void clear() {
        times = new long[FIRST_ROOM];
        threads = new long[FIRST_ROOM];
        size = 0;
    }
}
