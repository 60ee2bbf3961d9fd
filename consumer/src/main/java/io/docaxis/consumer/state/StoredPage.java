package io.docaxis.consumer.state;

import io.docaxis.common.hash.Keyed;
import java.util.function.Predicate;

/** Threads that are stored as one entry: some that were added one after the other. Its key is its number. Not thread-safe. */
final class StoredPage<T> extends Keyed {

    /** In the list of changes. */
    boolean changed;
    /** The store has an entry of it. */
    boolean stored;

    /** An entry takes up to some twenty bytes for each of its dispatches, and should stay far below what any broker takes. */
    private static final int MOST_DISPATCHES = 1_000;

    private final T[] threads;
    private int count;
    /** Of all threads that were ever added. */
    private int dispatches;

    /** @param room how many threads have room in it */
    @SuppressWarnings("unchecked") // nothing else is put in
    StoredPage(long number, int room) {
        super(number);
        threads = (T[]) new Object[room];
    }

    boolean isFull() {
        return count == threads.length || dispatches >= MOST_DISPATCHES;
    }

    /** One of its threads has got more dispatches. */
    void weigh(int more) {
        dispatches += more;
    }

    void add(T thread) {
        threads[count++] = thread;
    }

    int count() {
        return count;
    }

    T get(int i) {
        return threads[i];
    }

    /** Lets go of some threads. */
    void sweep(Predicate<T> dropped) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            T thread = threads[i];
            threads[i] = null;
            if (!dropped.test(thread)) {
                threads[left++] = thread;
            }
        }
        count = left;
    }
}
