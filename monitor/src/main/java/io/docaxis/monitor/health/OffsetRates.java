package io.docaxis.monitor.health;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Offsets consumed and arrived a second, over up to ten minutes, from one look a minute. One thread at a time. */
final class OffsetRates {

    private static final long MINUTE_MS = 60_000;
    private static final int MINUTES = AgeTrend.MINUTES;

    private final long[] atMs = new long[MINUTES + 1];
    private final long[] consumed = new long[MINUTES + 1];
    private final long[] arrived = new long[MINUTES + 1];
    private long newestMinute = Long.MIN_VALUE;
    private long nowMs;
    private long consumedNow;
    private long arrivedNow;

    OffsetRates() {
        Arrays.fill(atMs, Long.MIN_VALUE);
    }

    /** What came since the look before. */
    void add(long steadyMs, long consumedSince, long arrivedSince) {
        nowMs = steadyMs;
        consumedNow += consumedSince;
        arrivedNow += arrivedSince;
        long minute = Math.floorDiv(steadyMs, MINUTE_MS);
        if (minute != newestMinute) {
            newestMinute = minute;
            int place = (int) Math.floorMod(minute, (long) atMs.length);
            atMs[place] = steadyMs;
            consumed[place] = consumedNow;
            arrived[place] = arrivedNow;
        }
    }

    OptionalDouble consumedPerS() {
        return perSecond(consumed, consumedNow, oldest());
    }

    OptionalDouble arrivedPerS() {
        return perSecond(arrived, arrivedNow, oldest());
    }

    /** What is consumed more than arrives, over the last minute or two where that is more: else who comes back seems not to. */
    OptionalDouble gainedPerS() {
        OptionalDouble whole = gainedSince(oldest());
        OptionalDouble lately = gainedSince(newest());
        return whole.isPresent() && lately.isPresent()
                ? OptionalDouble.of(Math.max(whole.getAsDouble(), lately.getAsDouble()))
                : whole;
    }

    private OptionalDouble gainedSince(int look) {
        OptionalDouble in = perSecond(arrived, arrivedNow, look);
        OptionalDouble out = perSecond(consumed, consumedNow, look);
        return in.isPresent() && out.isPresent()
                ? OptionalDouble.of(out.getAsDouble() - in.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble perSecond(long[] before, long now, int look) {
        return look < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((now - before[look]) * 1000.0 / (nowMs - atMs[look]));
    }

    /** The oldest look of the last ten minutes, where it is a minute old or more; −1: there is none. */
    private int oldest() {
        int oldest = -1;
        for (int i = 0; i < atMs.length; i++) {
            if (isInWindow(i) && (oldest < 0 || atMs[i] < atMs[oldest])) {
                oldest = i;
            }
        }
        return oldest;
    }

    /** The newest that is a minute old or more; −1: there is none. */
    private int newest() {
        int newest = -1;
        for (int i = 0; i < atMs.length; i++) {
            if (isInWindow(i) && (newest < 0 || atMs[i] > atMs[newest])) {
                newest = i;
            }
        }
        return newest;
    }

    private boolean isInWindow(int look) {
        return atMs[look] != Long.MIN_VALUE
                && nowMs - atMs[look] >= MINUTE_MS
                && nowMs - atMs[look] <= MINUTES * MINUTE_MS;
    }
}
