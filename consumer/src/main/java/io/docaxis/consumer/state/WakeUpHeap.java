package io.docaxis.consumer.state;

import java.util.Arrays;

/**
 * A heap of (time, thread) in two arrays, four children a node, for half the levels. An entry that its thread no longer wants stays
 * until its time comes; whoever takes it compares. Not thread-safe.
 */
final class WakeUpHeap {

    private static final int FIRST_ROOM = 64;
    private static final int CHILDREN = 4;

    private long[] times = new long[FIRST_ROOM];
    private ThreadState[] threads = new ThreadState[FIRST_ROOM];
    private int size;

    void add(long time, ThreadState thread) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            threads = Arrays.copyOf(threads, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (times[parent] <= time) {
                break;
            }
            set(at, times[parent], threads[parent]);
            at = parent;
        }
        set(at, time, thread);
    }

    /** The time of the first entry; {@link Long#MAX_VALUE}: there is none. */
    long firstTime() {
        return size > 0 ? times[0] : Long.MAX_VALUE;
    }

    /** Takes the first entry away and gives its thread. */
    ThreadState takeThread() {
        ThreadState taken = threads[0];
        size--;
        ThreadState last = threads[size];
        threads[size] = null;
        if (size > 0) {
            sink(times[size], last);
        }
        return taken;
    }

    private void sink(long time, ThreadState thread) {
        int at = 0;
        for (int first = 1; first < size; first = CHILDREN * at + 1) {
            int least = first;
            int end = Math.min(first + CHILDREN, size);
            for (int child = first + 1; child < end; child++) {
                if (times[child] < times[least]) {
                    least = child;
                }
            }
            if (times[least] >= time) {
                break;
            }
            set(at, times[least], threads[least]);
            at = least;
        }
        set(at, time, thread);
    }

    private void set(int at, long time, ThreadState thread) {
        times[at] = time;
        threads[at] = thread;
    }

    void clear() {
        times = new long[FIRST_ROOM];
        threads = new ThreadState[FIRST_ROOM];
        size = 0;
    }
}
