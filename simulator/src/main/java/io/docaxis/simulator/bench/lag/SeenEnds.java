package io.docaxis.simulator.bench.lag;

import java.util.OptionalDouble;

/** Where a log ended at the last sixty looks, half a minute apart. One thread at a time. */
final class SeenEnds {

    private static final int MOST = 60;
    private static final long EVERY_MS = 30_000;

    private final long[] atMs = new long[MOST];
    private final int[] ends = new int[MOST];
    private int count;

    void look(long nowMs, int end) {
        if (count == 0 || nowMs - atMs[(count - 1) % MOST] >= EVERY_MS) {
            atMs[count % MOST] = nowMs;
            ends[count % MOST] = end;
            count++;
        }
    }

    /** Offsets a millisecond over about so long; 0: none came, or it is not known. */
    double perMs(long nowMs, long windowMs) {
        int oldest = newest();
        while (oldest > oldest() && nowMs - atMs[oldest % MOST] < windowMs) {
            oldest--;
        }
        long passed = atMs[newest() % MOST] - atMs[oldest % MOST];
        return passed > 0 ? (double) (ends[newest() % MOST] - ends[oldest % MOST]) / passed : 0;
    }

    /** When the log ended at an offset, on straight lines through the looks; empty: all of them found the same end. */
    OptionalDouble timeOf(int offset) {
        if (count < 2 || ends[oldest() % MOST] == ends[newest() % MOST]) {
            return OptionalDouble.empty();
        }
        for (int i = newest(); i > oldest(); i--) {
            if (ends[(i - 1) % MOST] <= offset && offset < ends[i % MOST]) {
                return OptionalDouble.of(onLine(i - 1, i, offset));
            }
        }
        return OptionalDouble.of(onLine(oldest(), newest(), offset));
    }

    private double onLine(int from, int to, int offset) {
        double share = (double) (offset - ends[from % MOST]) / (ends[to % MOST] - ends[from % MOST]);
        return atMs[from % MOST] + share * (atMs[to % MOST] - atMs[from % MOST]);
    }

    private int newest() {
        return count - 1;
    }

    private int oldest() {
        return Math.max(0, count - MOST);
    }
}
