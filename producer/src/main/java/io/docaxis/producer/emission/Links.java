package io.docaxis.producer.emission;

import java.util.Arrays;

/**
 * Deliveries as links of chains, in primitive arrays: 29 bytes each, used again. What leads along a chain is kept apart from
 * what its links hold, so that walking it does not wait for memory. Not thread-safe.
 */
final class Links {

    static final int NONE = -1;

    /** Of a delivery: occurred at, subject, thread with detail. */
    private static final int WORDS = 3;

    private static final int DETAIL_BITS = 28;

    private long[] words = new long[1024 * WORDS];
    private byte[] seconds = new byte[1024];
    private int[] nexts = new int[1024];
    private int used;
    private int freed = NONE;

    /** A link that holds a delivery; the second is one of its slot. */
    int take(int second, long thread, long occurredAt, long subject, int detail) {
        int link = take();
        int at = link * WORDS;
        words[at] = occurredAt;
        words[at + 1] = subject;
        words[at + 2] = thread << DETAIL_BITS | detail;
        seconds[link] = (byte) second;
        return link;
    }

    /** A link that holds what a link of others does. */
    int take(Links others, int other) {
        int link = take();
        System.arraycopy(others.words, other * WORDS, words, link * WORDS, WORDS);
        seconds[link] = others.seconds[other];
        return link;
    }

    /** The link may be taken again; until then it holds what it held. */
    void free(int link) {
        nexts[link] = freed;
        freed = link;
    }

    int next(int link) {
        return nexts[link];
    }

    void setNext(int link, int next) {
        nexts[link] = next;
    }

    int second(int link) {
        return seconds[link];
    }

    long occurredAt(int link) {
        return words[link * WORDS];
    }

    long subject(int link) {
        return words[link * WORDS + 1];
    }

    long thread(int link) {
        return words[link * WORDS + 2] >>> DETAIL_BITS;
    }

    int detail(int link) {
        return (int) words[link * WORDS + 2] & (1 << DETAIL_BITS) - 1;
    }

    private int take() {
        int link = freed;
        if (link != NONE) {
            freed = nexts[link];
            return link;
        }
        if (used == nexts.length) {
            words = Arrays.copyOf(words, 2 * used * WORDS);
            seconds = Arrays.copyOf(seconds, 2 * used);
            nexts = Arrays.copyOf(nexts, 2 * used);
        }
        return used++;
    }
}
