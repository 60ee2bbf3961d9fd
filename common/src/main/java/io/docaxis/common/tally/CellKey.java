package io.docaxis.common.tally;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import java.time.LocalDate;

/** The key of a cell packed into a long: rollup (4 bits), obligation (2), outcome (3), x (24), y (24). Sorts by these in order. */
public final class CellKey {

    private static final int MASK_24 = 0xFFFFFF;

    private CellKey() {}

    public static long of(Rollup rollup, Obligation obligation, Outcome outcome, int x, int y) {
        return pack(rollup.ordinal(), obligation.ordinal(), outcome.ordinal(), x, y);
    }

    /** For rollups that do not go by obligation. */
    public static long of(Rollup rollup, int x, int y) {
        return pack(rollup.ordinal(), 0, 0, x, y);
    }

    public static long of(Counter counter) {
        return of(Rollup.COUNTERS, counter.ordinal(), 0);
    }

    public static Rollup rollup(long key) {
        return Rollup.of((int) (key >>> 53) & 0xF);
    }

    public static Obligation obligation(long key) {
        return Obligation.of((int) (key >>> 51) & 3);
    }

    public static Outcome outcome(long key) {
        return Outcome.of((int) (key >>> 48) & 7);
    }

    public static int x(long key) {
        return (int) (key >>> 24) & MASK_24;
    }

    public static int y(long key) {
        return (int) key & MASK_24;
    }

    /** Months since year 0: year × 12 + month − 1. */
    public static int month(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    private static long pack(int rollup, int obligation, int outcome, int x, int y) {
        if ((x | y) >>> 24 != 0) {
            throw new IllegalArgumentException("cell " + x + ", " + y + ": want 24 bits each");
        }
        return (long) rollup << 53 | (long) obligation << 51 | (long) outcome << 48 | (long) x << 24 | y;
    }
}
