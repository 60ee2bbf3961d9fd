package io.docaxis.common.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which cells of a tally, and whether its sketch, have changed since each of its readers was given them last. A cell itself knows whether it
 * is listed. Not thread-safe.
 */
final class ChangedCells {

    /** A reader is a bit. */
    static final int STORED = 1;

    static final int PUBLISHED = 2;
    static final int ALL_READERS = STORED | PUBLISHED;

    private final List<Cell> stored = new ArrayList<>();
    private final List<Cell> published = new ArrayList<>();
    private int sketch;

    /** A cell that lacks in a list has changed. */
    void add(Cell cell) {
        if ((cell.changed & STORED) == 0) {
            stored.add(cell);
        }
        if ((cell.changed & PUBLISHED) == 0) {
            published.add(cell);
        }
        cell.changed = ALL_READERS;
    }

    /** Puts a cell on one reader's list, which was cleared. */
    void addAgain(int reader, Cell cell) {
        cell.changed |= reader;
        of(reader).add(cell);
    }

    /** Gives each cell on a reader's list, and clears it. */
    void take(int reader, Consumer<Cell> to) {
        List<Cell> changes = of(reader);
        for (int i = 0; i < changes.size(); i++) {
            Cell cell = changes.get(i);
            cell.changed &= ~reader;
            to.accept(cell);
        }
        changes.clear();
    }

    /**
     * A reader was given an empty cell that is not to be kept. What is stored stays until nothing is left to be published: a cell that is
     * restored empty says so to whoever reads what was published before.
     *
     * @return whether nobody wants the cell any more
     */
    boolean isDeleted(int reader, Cell cell) {
        if (reader == STORED) {
            return true;
        }
        if ((cell.changed & STORED) == 0) {
            addAgain(STORED, cell);
        }
        return false;
    }

    void addSketch(int readers) {
        sketch |= readers;
    }

    boolean takeSketch(int reader) {
        boolean changed = (sketch & reader) != 0;
        sketch &= ~reader;
        return changed;
    }

    void clear(int reader) {
        of(reader).clear();
        sketch &= ~reader;
    }

    private List<Cell> of(int reader) {
        return reader == STORED ? stored : published;
    }
}
