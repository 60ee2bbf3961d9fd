package io.docaxis.consumer.state;

import io.docaxis.common.hash.Keyed;

/** Threads that are stored as one entry: some that were added one after the other. Its key is its number. Not thread-safe. */
final class ThreadPage extends Keyed {

    /** In the list of changes. */
    boolean changed;
    /** The store has an entry of it. */
    boolean stored;

    /** An entry takes up to some twenty bytes for each of its dispatches, and should stay far below what any broker takes. */
    private static final int MOST_DISPATCHES = 1_000;

    private final ThreadState[] threads;
    private int count;
    /** Of all threads that were ever added. */
    private int dispatches;

    /** @param room so many threads have room in it */
    ThreadPage(long number, int room) {
        super(number);
        threads = new ThreadState[room];
    }

    boolean isFull() {
        return count == threads.length || dispatches >= MOST_DISPATCHES;
    }

    /** One of its threads has got more dispatches. */
    void weigh(int more) {
        dispatches += more;
    }

    void add(ThreadState thread) {
        thread.page = this;
        threads[count++] = thread;
    }

    int count() {
        return count;
    }

    ThreadState get(int i) {
        return threads[i];
    }

    /** Lets go of threads that were dropped. */
    void sweep() {
        int left = 0;
        for (int i = 0; i < count; i++) {
            ThreadState thread = threads[i];
            threads[i] = null;
            if (!thread.dropped) {
                threads[left++] = thread;
            }
        }
        count = left;
    }
}
