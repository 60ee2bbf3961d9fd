package io.docaxis.consumer.obligation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Arrays for documents to many receivers, used again: one of the nation's documents in twelve, and most of the memory. They live for weeks of simulated
 * time, too long for a young generation; the collector would copy each several times and then find it dead among the old. Arrays
 * for few receivers are better new: what is used again lies apart, and what is new lies together. Not thread-safe.
 */
public final class RowPool {

    /** Arrays of so many words or more are used again: eight receivers. */
    private static final int LEAST = 48;
    /** Their length is a multiple of this, which {@link #LEAST} is too. */
    private static final int GRAIN = 12;
    /** Words that may wait for their next use: 8 MiB. */
    private static final int MOST_WAITING = 1 << 20;

    /** By length, in grains. */
    private final List<Deque<long[]>> waiting = new ArrayList<>();

    private int waitingWords;

    /** An array of so many words or more, all 0. */
    long[] take(int words) {
        if (words < LEAST) {
            return new long[words];
        }
        int grains = (words + GRAIN - 1) / GRAIN;
        long[] used = grains < waiting.size() ? waiting.get(grains).pollLast() : null;
        if (used == null) {
            return new long[grains * GRAIN];
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
        int grains = words.length / GRAIN;
        while (waiting.size() <= grains) {
            waiting.add(new ArrayDeque<>());
        }
        waiting.get(grains).addLast(words);
        waitingWords += words.length;
    }
}
