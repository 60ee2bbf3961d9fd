package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Sums over the tally of the run whose records were read last, kept while further ones are read. A run's cells are added up once, when its first
 * header says which agencies there are; from then on each change is added. Not thread-safe.
 */
final class LastRun implements TallyReader.CellListener {

    private long run;
    /** Null until a header of the run is known. */
    private AgencyCatalogue agencies;

    private TallySums sums = new TallySums();

    @Override
    public void changed(long ofRun, long cell, long count, long fingerprint) {
        if (agencies != null && ofRun == run) {
            sums.add(cell, count, fingerprint, agencies);
        }
    }

    @Override
    public void reported(long ofRun, long cell, int level1, long more) {
        if (agencies != null && ofRun == run) {
            sums.addReports(cell, level1, more);
        }
    }

    /** What was read so far, at a moment of wall clock time, by the reader that this listens to. */
    TallySnapshot snapshot(TallyReader reader, long takenAtMs) {
        SortedMap<Integer, PartHeader> headers = reader.headers(reader.lastRun());
        if (run != reader.lastRun() || headers.isEmpty()) {
            agencies = null;
            sums = new TallySums();
        }
        if (agencies == null && !headers.isEmpty()) {
            addUp(reader, headers.get(headers.firstKey()));
        }
        return new TallySnapshot(headers, OptionalLong.of(takenAtMs), new TallySums(sums));
    }

    private void addUp(TallyReader reader, PartHeader any) {
        run = reader.lastRun();
        agencies = AgencyCatalogue.of(any.getDepartments(), any.getCommunes());
        reader.forEachCell(run, this::addUp);
    }

    private void addUp(Cell cell) {
        sums.add(cell.key(), cell.count(), cell.fingerprint(), agencies);
        if (CellKey.rollup(cell.key()) == Rollup.REPORTS) {
            List<Long> counts = cell.histogram();
            for (int level1 = 0; level1 < counts.size(); level1++) {
                sums.addReports(cell.key(), level1, counts.get(level1));
            }
        }
    }
}
