package io.docaxis.common.tally;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.hash.Hash;
import io.docaxis.common.hash.KeyedTable;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cells and sketch of one partial tally: what a partition's consumer concluded, or what a source's ledger expects. Everything
 * added can be taken back, in any order, and partial tallies add up. Not thread-safe; no allocation once a cell exists.
 *
 * <p>A conclusion goes into four rollups and the sketch, an open one into a fifth. Months and days are of the instant in which the duty opened.
 */
public final class Tally {

    /** Reader flags of {@link #takeChanged}: stored state, published topic. */
    public static final int STORED = ChangedCells.STORED;

    public static final int PUBLISHED = ChangedCells.PUBLISHED;

    private final KeyedTable<Cell> cells = new KeyedTable<>();
    /** The cells of counters once more, by ordinal: there is a count for every record. */
    private final Cell[] counters = new Cell[Counter.values().length];

    /** By kind, the cell of the day reported last: there is a report for nearly every event, most of them of one day. */
    private final Cell[] reports = new Cell[ReportKind.values().length];

    private final Sketch sketch = new Sketch();
    private final ChangedCells changes = new ChangedCells();
    private final LocalMonth month = new LocalMonth();

    /** Adds a conclusion (sign 1) or takes it back (sign −1). {@link Outcome#NONE} is not counted. */
    public void conclude(int sign, AgencyCatalogue agencies, Conclusion conclusion) {
        Obligation obligation = conclusion.obligation;
        Outcome outcome = conclusion.outcome;
        if (outcome == Outcome.NONE) {
            return;
        }
        int debtor = conclusion.debtor();
        long latenessS = conclusion.latenessS;
        long a = ObligationId.a(conclusion.thread, conclusion.document, conclusion.receiver);
        long b = ObligationId.b(obligation.ordinal(), outcome.ordinal(), latenessS);
        long c = ObligationId.c(debtor, conclusion.deadline);
        // every key first: what does not fit is refused, and nothing of it is added
        long proof =
                CellKey.of(Rollup.PROOF, obligation, outcome, agencies.level1(debtor), month.of(conclusion.openedOn));
        long ofAgency = CellKey.of(Rollup.AGENCY, obligation, outcome, debtor, 0);
        long ofKind = CellKey.of(Rollup.KIND, obligation, outcome, conclusion.type, conclusion.urgency);
        long ofDay = CellKey.of(Rollup.DAY, obligation, outcome, conclusion.openedOn, 0);
        long hash = prove(sign, a, b, c, proof, latenessS);
        add(ofAgency, sign, hash, latenessS);
        add(ofKind, sign, hash, latenessS);
        add(ofDay, sign, hash, latenessS);
        if (outcome == Outcome.OPEN) { // what is decided between two commits never is
            add(CellKey.due(obligation, agencies.level1(debtor), conclusion.deadline), sign, hash, 0);
        }
    }

    /** What is there for the verdict alone; gives the conclusion's hash. A method of its own, so that profiles tell its share. */
    private long prove(int sign, long a, long b, long c, long cell, long latenessS) {
        long hash = Sketch.hash(a, b, c);
        sketch.add(sign, a, b, c, hash);
        changes.addSketch(ChangedCells.ALL_READERS);
        add(cell, sign, hash, latenessS);
        return hash;
    }

    /** Counts the document that a conclusion is about by its sender, the day it was sent and what it says. */
    public void document(AgencyCatalogue agencies, Conclusion about, long sentOn, long sentAt) {
        Tier tier = agencies.tier(about.sender);
        long hash = ObligationId.document(about, sentAt);
        long y = CellKey.monthAndTier(month.of(sentOn), tier.ordinal());
        add(CellKey.of(Rollup.DOCUMENTS, agencies.level1(about.sender), y), 1, hash, 0);
    }

    /** Counts a dispatch by its receiver and the day it was sent. */
    public void dispatch(AgencyCatalogue agencies, long thread, int document, int receiver, long sentOn) {
        Tier tier = agencies.tier(receiver);
        long hash = Hash.mix(ObligationId.a(thread, document, receiver));
        long y = CellKey.monthAndTier(month.of(sentOn), tier.ordinal());
        add(CellKey.of(Rollup.DISPATCHES, agencies.level1(receiver), y), 1, hash, 0);
    }

    /** Counts what an agency said on a local day, as it says; no more is kept of what it was. */
    public void report(int level1, ReportKind kind, long occurredOn) {
        Cell cell = reports[kind.ordinal()];
        if (cell == null || CellKey.y(cell.key) != occurredOn) {
            cell = cell(CellKey.of(Rollup.REPORTS, kind.ordinal(), occurredOn));
            reports[kind.ordinal()] = cell;
        }
        cell.report(level1);
        touch(cell);
    }

    /** Counts without saying what; none where there is none. */
    public void count(Counter counter, long by) {
        if (by != 0) {
            Cell cell = cell(counter);
            cell.count += by;
            touch(cell);
        }
    }

    /**
     * Counts something of one identity, or takes it back (by below 0). Only counters of traces remember the identity.
     *
     * @param identity as {@link TraceId} makes it
     */
    public void count(Counter counter, long by, long identity) {
        if (by == 0) {
            return;
        }
        Cell cell = cell(counter);
        cell.count += by;
        if (counter.isTrace()) {
            cell.fingerprint += by * Hash.mix(identity);
        }
        touch(cell);
    }

    public long count(Counter counter) {
        Cell cell = cells.get(CellKey.of(counter));
        return cell == null ? 0 : cell.count;
    }

    /** The cell of a key, or null. */
    public Cell get(long key) {
        return cells.get(key);
    }

    public Sketch sketch() {
        return sketch;
    }

    /** Puts a cell's values as they were stored or published, replacing what is there. */
    public void restore(long key, long count, long fingerprint, long latenessS, List<Long> histogram) {
        cell(key).set(count, fingerprint, latenessS, histogram);
    }

    /** Empties a cell that was deleted where it is stored or published; nothing happens where there is none. */
    public void delete(long key) {
        Cell cell = cells.get(key);
        if (cell != null) {
            cell.set(0, 0, 0, List.of());
        }
        if (CellKey.isDeletedWhenEmpty(key)) {
            cells.remove(key);
        }
    }

    /** Adds another partial tally to this one. */
    public void merge(Tally other) {
        other.cells.forEach(cell -> {
            Cell mine = cell(cell.key);
            mine.merge(cell);
            touch(mine);
        });
        sketch.merge(other.sketch);
        changes.addSketch(ChangedCells.ALL_READERS);
    }

    /** Every cell, in no order. */
    void forEach(Consumer<Cell> action) {
        cells.forEach(action);
    }

    /** Every cell that is not zero, in the order of keys. */
    public List<Cell> sorted() {
        List<Cell> all = new ArrayList<>();
        forEach(cell -> {
            if (!cell.isZero()) {
                all.add(cell);
            }
        });
        all.sort(Comparator.comparingLong(Cell::key));
        return all;
    }

    /**
     * Gives each cell that changed since this reader's last call, then counts it as unchanged for this reader. What is to be deleted
     * ({@link Cell#isDeleted}) is forgotten once its deletion is stored.
     */
    public void takeChanged(int reader, Consumer<Cell> to) {
        changes.take(reader, cell -> {
            to.accept(cell);
            if (cell.isDeleted() && changes.isDeleted(reader, cell)) {
                cells.remove(cell.key);
            }
        });
    }

    /** The same of the sketch. */
    public boolean takeSketchChanged(int reader) {
        return changes.takeSketch(reader);
    }

    /** Marks everything as changed for one reader: after a restore nobody knows what was published. */
    public void markAllChanged(int reader) {
        changes.clear(reader);
        changes.addSketch(reader);
        forEach(cell -> changes.addAgain(reader, cell));
    }

    public void clear() {
        cells.clear();
        Arrays.fill(counters, null);
        Arrays.fill(reports, null);
        sketch.clear();
        changes.clear(STORED);
        changes.clear(PUBLISHED);
    }

    private void add(long key, int sign, long hash, long latenessS) {
        Cell cell = cell(key);
        cell.add(sign, hash, latenessS);
        touch(cell);
    }

    private Cell cell(Counter counter) {
        int at = counter.ordinal();
        if (counters[at] == null) {
            counters[at] = cell(CellKey.of(counter));
        }
        return counters[at];
    }

    private Cell cell(long key) {
        Cell cell = cells.get(key);
        if (cell == null) {
            cell = new Cell(key);
            cells.put(cell);
        }
        return cell;
    }

    private void touch(Cell cell) {
        if (cell.changed != ChangedCells.ALL_READERS) {
            changes.add(cell);
        }
    }
}
