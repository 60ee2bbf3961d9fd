package io.docaxis.monitor.health;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How long a commit stands until it moves, while there is something to read: a group's own rhythm. The last fifteen gaps count. A
 * night without records is no gap. One thread at a time.
 */
final class CommitGaps {

    /** Less is no standing, whatever the rhythm. */
    static final long STOOD_MS = 60_000;

    /** With longer gaps the age is a saw whose teeth {@link AgeTrend} takes for a trend. */
    private static final long TEETH_MS = 240_000;

    private static final int TIMES = 3;
    private static final int LAST = 15;

    private final int[] gapsMs = new int[LAST];
    private int count;

    void add(long ms) {
        gapsMs[count++ % LAST] = (int) Math.min(ms, Integer.MAX_VALUE);
        if (count == 2 * LAST) {
            count = LAST;
        }
    }

    /** @param unknownMs what a commit may stand while it was never seen to move */
    long tooLongMs(long unknownMs) {
        OptionalLong median = medianMs();
        return median.isPresent() ? Math.max(STOOD_MS, TIMES * median.getAsLong()) : unknownMs;
    }

    /** Whether the age between commits says nothing about the group. */
    boolean areLong() {
        return medianMs().orElse(0) > TEETH_MS;
    }

    /** The middle one; empty: the commit was never seen to move. */
    OptionalLong medianMs() {
        if (count == 0) {
            return OptionalLong.empty();
        }
        int[] sorted = Arrays.copyOf(gapsMs, Math.min(count, LAST));
        Arrays.sort(sorted);
        return OptionalLong.of(sorted[sorted.length / 2]);
    }
}
