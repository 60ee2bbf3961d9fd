package io.docaxis.consumer.state;

import io.docaxis.common.hash.Keyed;
import io.docaxis.common.hash.KeyedTable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Reused arrays for documents to many receivers: one of the nation's documents in twelve, and most of the memory. They live for weeks of
 * simulated time, too long for a young generation; the collector would copy each several times before it died among the old. Arrays for
 * few receivers are allocated: new arrays lie next to each other in memory, reused ones do not. Not thread-safe.
 */
final class RowPool {

    /** The shortest that are reused, in words: eight receivers. */
    private static final int LEAST = 48;
    /** Their length is a multiple of this, which {@link #LEAST} is too. */
    private static final int GRAIN = 12;
    /** Words that may wait for reuse: 8 MiB. */
    private static final int MOST_WAITING = 1 << 20;

    private final KeyedTable<Shelf> waiting = new KeyedTable<>();

    private int waitingWords;

    /** An array of that length or more, all 0. */
    long[] take(int words) {
        if (words < LEAST) {
            return new long[words];
        }
        int length = (words + GRAIN - 1) / GRAIN * GRAIN;
        Shelf shelf = waiting.get(length);
        long[] used = shelf == null ? null : shelf.arrays.pollLast();
        if (used == null) {
            return new long[length];
        }
        waitingWords -= used.length;
        Arrays.fill(used, 0);
        return used;
    }

    /** Takes an array back that came from here or from a pool like this one. */
    void give(long[] words) {
        if (words.length < LEAST || waitingWords + words.length > MOST_WAITING) {
            return;
        }
        Shelf shelf = waiting.get(words.length);
        if (shelf == null) {
            shelf = new Shelf(words.length);
            waiting.put(shelf);
        }
        shelf.arrays.addLast(words);
        waitingWords += words.length;
    }

    /** Arrays of one length, which is its key. */
    private static final class Shelf extends Keyed {

        final Deque<long[]> arrays = new ArrayDeque<>();

        Shelf(int length) {
            super(length);
        }
    }
}
