package io.docaxis.common.tally;

import io.docaxis.common.agency.AgencyCatalogue;
import java.util.Arrays;

/**
 * What was reported of a few days and is not in its cells yet: there is a report for nearly every event, most of them of one day, and numbers in a row are
 * nearer than cells. A day takes the place of an earlier one whose number is the same modulo 4; what comes of an earlier one goes to its cell. Not
 * thread-safe.
 */
final class RecentReports {

    /** Takes what was reported. */
    interface Cells {
        void report(int reporter, long day, int count);
    }

    private static final int DAYS = 4;

    private final int reporters = AgencyCatalogue.level1Count() * CellKey.REPORT_KINDS;
    private final long[] days = new long[DAYS];
    private final int[] counts = new int[DAYS * reporters];
    private final Cells cells;
    private boolean pending;

    RecentReports(Cells cells) {
        this.cells = cells;
    }

    void count(int reporter, long day) {
        int at = (int) (day & DAYS - 1);
        if (days[at] != day) {
            if (day < days[at]) {
                cells.report(reporter, day, 1);
                return;
            }
            flush(at);
            days[at] = day;
        }
        counts[at * reporters + reporter]++;
        pending = true;
    }

    /** Brings all into the cells: before anybody looks at these. */
    void flush() {
        if (pending) {
            pending = false;
            for (int at = 0; at < DAYS; at++) {
                flush(at);
            }
        }
    }

    private void flush(int at) {
        for (int reporter = 0; reporter < reporters; reporter++) {
            int count = counts[at * reporters + reporter];
            if (count != 0) {
                counts[at * reporters + reporter] = 0;
                cells.report(reporter, days[at], count);
            }
        }
    }

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(days, 0);
        pending = false;
    }
}
