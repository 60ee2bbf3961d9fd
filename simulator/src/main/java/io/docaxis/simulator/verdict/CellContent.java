package io.docaxis.simulator.verdict;

import io.docaxis.common.tally.Cell;
import java.util.List;

/**
 * What one side has in a cell.
 *
 * @param fingerprint which obligations, events or dispatches, in no order
 * @param latenessS sum, seconds
 * @param late how many are late, by bucket of {@link Cell#bucket}, up to the last that is not 0
 */
public record CellContent(long count, long fingerprint, long latenessS, List<Long> late) {

    private static final CellContent NOTHING = new CellContent(0, 0, 0, List.of());

    public CellContent {
        late = List.copyOf(late);
    }

    /** Of a cell, or of none: null. */
    static CellContent of(Cell cell) {
        return cell == null
                ? NOTHING
                : new CellContent(cell.count(), cell.fingerprint(), cell.latenessS(), cell.histogram());
    }

    /** How many are late by as much as a bucket holds. */
    public long inBucket(int bucket) {
        return bucket < late.size() ? late.get(bucket) : 0;
    }
}
