package io.docaxis.simulator.bench.lag;

import java.util.Arrays;

/**
 * A log of which everything is known: when each offset was reached, and what it holds at any time. Milliseconds since the
 * simulation's beginning.
 */
final class SimulatedLog {

    private static final int FIRST = 1 << 16;

    private long[] arrivedMs = new long[FIRST];
    private boolean[] holdsRecord = new boolean[FIRST];
    /** Whether compaction leaves it. */
    private boolean[] stays = new boolean[FIRST];

    private int end;
    private final long deletedAfterMs;
    private final long compactedAfterMs;

    /**
     * @param deletedAfterMs the age at which offsets are deleted; {@link Long#MAX_VALUE}: never
     * @param compactedAfterMs the age at which what does not stay is gone; {@link Long#MAX_VALUE}: never
     */
    SimulatedLog(long deletedAfterMs, long compactedAfterMs) {
        this.deletedAfterMs = deletedAfterMs;
        this.compactedAfterMs = compactedAfterMs;
    }

    /** In order of time. */
    void append(long atMs, boolean isRecord, boolean staying) {
        if (end == arrivedMs.length) {
            arrivedMs = Arrays.copyOf(arrivedMs, 2 * end);
            holdsRecord = Arrays.copyOf(holdsRecord, 2 * end);
            stays = Arrays.copyOf(stays, 2 * end);
        }
        arrivedMs[end] = atMs;
        holdsRecord[end] = isRecord;
        stays[end] = staying;
        end++;
    }

    /** The offset after the last that was reached by then. */
    int endAt(long ms) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivedMs[middle] <= ms) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first offset that is not deleted then. */
    int startAt(long ms) {
        return deletedAfterMs == Long.MAX_VALUE ? 0 : endAt(ms - deletedAfterMs);
    }

    /** The first record at an offset or after it that is there then; −1: there is none. */
    int firstRecord(int offset, long ms) {
        for (int i = Math.max(offset, startAt(ms)); i < endAt(ms); i++) {
            if (isThere(i, ms)) {
                return i;
            }
        }
        return -1;
    }

    /** The last record before an offset; −1: there is none. */
    int lastRecordBefore(int offset, long ms) {
        for (int i = offset - 1; i >= startAt(ms); i--) {
            if (isThere(i, ms)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isThere(int offset, long ms) {
        return holdsRecord[offset] && (stays[offset] || ms - arrivedMs[offset] < compactedAfterMs);
    }

    long arrivedMs(int offset) {
        return arrivedMs[offset];
    }
}
