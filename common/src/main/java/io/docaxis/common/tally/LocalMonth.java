package io.docaxis.common.tally;

/** The months of days; of the day asked for last it is kept, for the next one asked for is nearly always the same. Not thread-safe. */
final class LocalMonth {

    private long day = Long.MIN_VALUE;
    private int month;

    /** As {@link CellKey#month}. */
    int of(long epochDay) {
        if (epochDay != day) {
            month = CellKey.month(epochDay);
            day = epochDay;
        }
        return month;
    }
}
