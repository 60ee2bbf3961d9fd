package io.docaxis.common.tally;

import io.docaxis.common.agency.AgencyCatalogue;
import java.util.Arrays;

/**
 * The cells of reports of a few days once more, in arrays: there is a report for nearly every event, and most are of one day. A day takes the
 * place of another whose number is the same modulo 4. Not thread-safe.
 */
final class RecentReports {

    private static final int DAYS = 4;
    private static final int CELLS = AgencyCatalogue.level1Count() * CellKey.REPORT_KINDS;

    private final long[] days = new long[DAYS];
    private final Cell[][] cells = new Cell[DAYS][];

    /** The cell of an agency and kind, or null where it is not kept. */
    Cell get(int reporter, long day) {
        int at = (int) (day & DAYS - 1);
        return days[at] == day && cells[at] != null ? cells[at][reporter] : null;
    }

    void put(int reporter, long day, Cell cell) {
        int at = (int) (day & DAYS - 1);
        if (days[at] != day || cells[at] == null) {
            days[at] = day;
            cells[at] = new Cell[CELLS];
        }
        cells[at][reporter] = cell;
    }

    void clear() {
        Arrays.fill(cells, null);
    }
}
