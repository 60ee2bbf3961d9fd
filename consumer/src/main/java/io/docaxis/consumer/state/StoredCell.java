package io.docaxis.consumer.state;

import io.docaxis.common.hash.Keyed;
import io.docaxis.common.tally.Cell;

/** Where a cell of the tally is stored. Not thread-safe. */
final class StoredCell extends Keyed implements StoredPage.Member<StoredCell> {

    final Cell cell;
    private StoredPage<StoredCell> page;
    private boolean dropped;

    StoredCell(Cell cell) {
        super(cell.key());
        this.cell = cell;
    }

    void drop() {
        dropped = true;
    }

    @Override
    public StoredPage<StoredCell> page() {
        return page;
    }

    @Override
    public void setPage(StoredPage<StoredCell> newPage) {
        page = newPage;
    }

    @Override
    public boolean isDropped() {
        return dropped;
    }
}
