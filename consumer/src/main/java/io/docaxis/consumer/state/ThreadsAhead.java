package io.docaxis.consumer.state;

import io.docaxis.common.hash.KeyedTable;
import java.util.Arrays;

/**
 * Looks for the threads of several records at once: each record waits for memory several times, one place leading to another; here the processor
 * waits for several records together. What was found is not looked for again. Not thread-safe.
 */
final class ThreadsAhead {

    /** Some times as many as are looked for at once, so that few are in each other's place. */
    private static final int ROOM = 64;

    private final KeyedTable<ThreadState> threads;
    /** What was found, by the lowest bits of its number. */
    private final ThreadState[] found = new ThreadState[ROOM];
    /** Keeps what was read, lest the compiler leave the reading out. */
    private long seen;

    ThreadsAhead(KeyedTable<ThreadState> threads) {
        this.threads = threads;
    }

    /** Some of them may not exist. */
    void look(long[] numbers, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            ThreadState thread = threads.get(numbers[i]);
            if (thread != null) {
                sum += thread.touch();
                found[place(numbers[i])] = thread;
            }
        }
        seen = sum;
    }

    /** The thread of a number, or null. */
    ThreadState get(long number) {
        ThreadState thread = found[place(number)];
        return thread != null && thread.key == number && !thread.isDropped() ? thread : threads.get(number);
    }

    /** Threads may be others now. */
    void clear() {
        Arrays.fill(found, null);
    }

    private static int place(long number) {
        return (int) number & ROOM - 1;
    }
}
