package io.docaxis.monitor.health;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether the age of what is unread grows: the 95 % interval of its Theil–Sen slope over ten minutes. Of each minute the least age
 * counts. A consumer that commits now and then makes the age a saw, whose teeth would pass for a trend; its least ages are level.
 * The interval is exact for so few values (Kendall's distribution); below five there is none. One thread at a time.
 */
final class AgeTrend {

    static final int MINUTES = 10;

    private static final long MINUTE_MS = 60_000;
    private static final double TAIL = 0.025;
    /** By the number of values: how many slopes lie outside of the interval on each side. */
    private static final int[] OUTSIDE = new int[MINUTES + 1];

    static {
        for (int n = 0; n <= MINUTES; n++) {
            OUTSIDE[n] = outside(n);
        }
    }

    /** Seconds that the age grows by in a second: the median, and its interval. */
    record Slope(double low, double median, double high) {
        boolean isUp() {
            return low > 0;
        }

        boolean isDown() {
            return high < 0;
        }
    }

    private final long[] minutes = new long[MINUTES + 1];
    private final long[] leastMs = new long[MINUTES + 1];
    private final long[] atMs = new long[MINUTES + 1];
    private long newest = Long.MIN_VALUE;

    AgeTrend() {
        Arrays.fill(minutes, Long.MIN_VALUE);
    }

    /** What was before says nothing about what comes. */
    void clear() {
        Arrays.fill(minutes, Long.MIN_VALUE);
    }

    /** The age at a look, by a clock that never goes back. */
    void add(long steadyMs, double ageMs) {
        long minute = Math.floorDiv(steadyMs, MINUTE_MS);
        int place = (int) Math.floorMod(minute, (long) minutes.length);
        if (minutes[place] != minute || ageMs < leastMs[place]) {
            minutes[place] = minute;
            leastMs[place] = (long) ageMs;
            atMs[place] = steadyMs;
        }
        newest = Math.max(newest, minute);
    }

    /** Over the ten minutes that were full at the newest look; minutes without a look are left out. */
    Optional<Slope> slope() {
        int[] known = new int[MINUTES];
        int n = 0;
        for (long minute = newest - MINUTES; minute < newest; minute++) {
            int place = (int) Math.floorMod(minute, (long) minutes.length);
            if (minutes[place] == minute) {
                known[n++] = place;
            }
        }
        if (OUTSIDE[n] < 0) {
            return Optional.empty();
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int later = 1; later < n; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                slopes[count++] = (double) (leastMs[known[later]] - leastMs[known[earlier]])
                        / (atMs[known[later]] - atMs[known[earlier]]);
            }
        }
        Arrays.sort(slopes);
        double median = (slopes[(count - 1) / 2] + slopes[count / 2]) / 2;
        return Optional.of(new Slope(slopes[OUTSIDE[n]], median, slopes[count - 1 - OUTSIDE[n]]));
    }

    /** The most inversions that n values without a trend fall short of, or are at, no more often than the tail allows; −1: none. */
    private static int outside(int n) {
        double[] chance = {1};
        for (int values = 2; values <= n; values++) {
            double[] next = new double[chance.length + values - 1];
            for (int inversions = 0; inversions < chance.length; inversions++) {
                for (int more = 0; more < values; more++) {
                    next[inversions + more] += chance[inversions] / values;
                }
            }
            chance = next;
        }
        double sum = 0;
        int outside = -1;
        while (outside + 1 < chance.length && sum + chance[outside + 1] <= TAIL) {
            sum += chance[++outside];
        }
        return outside;
    }
}
