package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.hash.KeyedTable;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tally's cells as they are stored: those that stay in pages of their own, apart from those that come and go. Of the nation's, two of five
 * change in a second at 20,000 events a second. Not thread-safe.
 */
final class StoredCells {

    /** With many agencies, of which few change, a page costs its writing for the sake of one cell. */
    private static final int CELLS_PER_PAGE = 16;

    private final Tally tally;
    private final Pages lasting;
    private final Pages passing;

    StoredCells(Tally tally) {
        this.tally = tally;
        lasting = new Pages(EntryKey.CELLS);
        passing = new Pages(EntryKey.PASSING_CELLS);
    }

    /** Gives every page that has a cell that changed since the last drain. */
    void drain(EntryWriter to) {
        tally.takeChanged(Tally.STORED, cell -> of(cell.key()).changed(cell));
        lasting.drain(to);
        passing.drain(to);
    }

    private Pages of(long cell) {
        return CellKey.isDeletedWhenEmpty(cell) ? passing : lasting;
    }

    void restoreMore() {
        lasting.pages.restoreMore();
        passing.pages.restoreMore();
    }

    /** @param kind of the entry */
    void restore(byte kind, long number, byte[] valueOrNull) throws IOException {
        (kind == EntryKey.CELLS ? lasting : passing).pages.restore(number, valueOrNull);
    }

    void restored() {
        lasting.pages.restored();
        passing.pages.restored();
    }

    void clear() {
        lasting.clear();
        passing.clear();
    }

    /** Those of one kind of entry. */
    private final class Pages implements StoredPages.Codec<StoredCell> {

        private final byte kind;
        private final KeyedTable<StoredCell> stored = new KeyedTable<>();
        private final StoredPages<StoredCell> pages = new StoredPages<>(stored, CELLS_PER_PAGE, this);

        Pages(byte kind) {
            this.kind = kind;
        }

        void changed(Cell cell) {
            StoredCell known = stored.get(cell.key());
            if (cell.isDeleted()) {
                if (known != null) {
                    known.drop();
                    stored.remove(known.key);
                    pages.changed(known);
                }
                return;
            }
            if (known == null) {
                known = new StoredCell(cell);
                stored.put(known);
                pages.add(known);
            }
            pages.changed(known);
        }

        void drain(EntryWriter to) {
            pages.drain((valueOrNull, page) -> to.write(EntryKey.of(kind, page), valueOrNull));
        }

        void clear() {
            stored.clear();
            pages.clear();
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String name() {
            return "page of cells";
        }

        @Override
        public void write(StoredCell member, CodedOutputStream out) throws IOException {
            Cell cell = member.cell;
            out.writeFixed64NoTag(cell.key());
            out.writeSInt64NoTag(cell.count());
            out.writeFixed64NoTag(cell.fingerprint());
            out.writeSInt64NoTag(cell.latenessS());
            int buckets = cell.usedBuckets();
            out.writeUInt64NoTag(buckets);
            for (int i = 0; i < buckets; i++) {
                out.writeSInt64NoTag(cell.inBucket(i));
            }
        }

        @Override
        public StoredCell read(CodedInputStream in) throws IOException {
            long key = in.readFixed64();
            long count = in.readSInt64();
            long fingerprint = in.readFixed64();
            long latenessS = in.readSInt64();
            int buckets = Math.toIntExact(in.readUInt64());
            List<Long> histogram = new ArrayList<>(buckets);
            for (int i = 0; i < buckets; i++) {
                histogram.add(in.readSInt64());
            }
            tally.restore(key, count, fingerprint, latenessS, histogram);
            return new StoredCell(tally.get(key));
        }

        @Override
        public void forget(StoredCell member) {
            tally.delete(member.key);
        }
    }
}
