package io.docaxis.producer.emission;

import java.util.Arrays;

/**
 * Deliveries that are still to come: one chain a thread, in order, and a heap over the chains by (time, thread). Some 40 bytes a
 * delivery in primitive arrays, used again; grows with what is open at once, not with what passes through. Not thread-safe.
 */
final class Pending {

    static final int NONE = -1;

    private static final int THREAD_BITS = 36;

    /** What keys count from, so that time and thread fit one word. */
    private final long origin;

    private long[] heap = new long[1024];
    private int[] heads = new int[1024];
    private int open;

    private long[] emittedAt = new long[4096];
    private long[] occurredAt = new long[4096];
    private long[] subjects = new long[4096];
    private int[] details = new int[4096];
    private int[] nexts = new int[4096];
    private int used;
    private int freed = NONE;
    private int count;
    private int peak;

    /** @throws IllegalArgumentException if a key could not hold the time from first to last */
    Pending(long origin, long lastAt) {
        if (lastAt - origin >= 1L << (Long.SIZE - 1 - THREAD_BITS)) {
            throw new IllegalArgumentException("period with drain: " + (lastAt - origin) / 86_400 + " days; at most "
                    + ((1L << (Long.SIZE - 1 - THREAD_BITS)) / 86_400));
        }
        this.origin = origin;
    }

    /** Threads with deliveries to come. */
    int open() {
        return open;
    }

    int count() {
        return count;
    }

    /** The most there ever were at once. */
    int peak() {
        return peak;
    }

    /** A new link of a chain; the caller adds them last to first. */
    int link(long at, long occurred, long subject, int detail, int next) {
        int link = freed;
        if (link != NONE) {
            freed = nexts[link];
        } else {
            if (used == nexts.length) {
                growLinks();
            }
            link = used++;
        }
        emittedAt[link] = at;
        occurredAt[link] = occurred;
        subjects[link] = subject;
        details[link] = detail;
        nexts[link] = next;
        peak = Math.max(peak, ++count);
        return link;
    }

    void open(long thread, int head) {
        if (open == heap.length) {
            heap = Arrays.copyOf(heap, 2 * open);
            heads = Arrays.copyOf(heads, 2 * open);
        }
        siftUp(open++, key(head, thread), head);
    }

    /** The time of the next delivery; there must be one. */
    long nextAt() {
        return emittedAt[heads[0]];
    }

    long thread() {
        return heap[0] & (1L << THREAD_BITS) - 1;
    }

    long occurredAt() {
        return occurredAt[heads[0]];
    }

    long subject() {
        return subjects[heads[0]];
    }

    int detail() {
        return details[heads[0]];
    }

    /** Takes the next delivery away. */
    void advance() {
        int link = heads[0];
        int next = nexts[link];
        long thread = thread();
        nexts[link] = freed;
        freed = link;
        count--;
        if (next != NONE) {
            siftDown(key(next, thread), next);
        } else {
            open--;
            siftDown(heap[open], heads[open]);
        }
    }

    private long key(int link, long thread) {
        return emittedAt[link] - origin << THREAD_BITS | thread;
    }

    private void siftUp(int from, long key, int head) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 2;
            if (heap[parent] <= key) {
                break;
            }
            heap[at] = heap[parent];
            heads[at] = heads[parent];
            at = parent;
        }
        heap[at] = key;
        heads[at] = head;
    }

    /** Four children a node: half the levels, neighbours in one cache line. */
    private void siftDown(long key, int head) {
        int at = 0;
        while (true) {
            int first = 4 * at + 1;
            if (first >= open) {
                break;
            }
            int least = first;
            int last = Math.min(first + 4, open);
            for (int child = first + 1; child < last; child++) {
                if (heap[child] < heap[least]) {
                    least = child;
                }
            }
            if (heap[least] >= key) {
                break;
            }
            heap[at] = heap[least];
            heads[at] = heads[least];
            at = least;
        }
        heap[at] = key;
        heads[at] = head;
    }

    private void growLinks() {
        emittedAt = Arrays.copyOf(emittedAt, 2 * used);
        occurredAt = Arrays.copyOf(occurredAt, 2 * used);
        subjects = Arrays.copyOf(subjects, 2 * used);
        details = Arrays.copyOf(details, 2 * used);
        nexts = Arrays.copyOf(nexts, 2 * used);
    }
}
