package io.docaxis.producer.ledger;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import java.util.List;

/** A tally as lines that can be compared and read. */
final class TallyText {

    private TallyText() {}

    /** Every cell. */
    static List<String> of(Tally tally) {
        return tally.sorted().stream().map(TallyText::line).toList();
    }

    /** Every cell but counters. */
    static List<String> withoutCounters(Tally tally) {
        return tally.sorted().stream()
                .filter(cell -> CellKey.rollup(cell.key()) != Rollup.COUNTERS)
                .map(TallyText::line)
                .toList();
    }

    private static String line(Cell cell) {
        long key = cell.key();
        String name = CellKey.rollup(key) == Rollup.COUNTERS
                ? Counter.of(CellKey.x(key)).label()
                : CellKey.rollup(key) + " " + CellKey.obligation(key) + " " + CellKey.outcome(key) + " "
                        + CellKey.x(key) + " " + CellKey.y(key);
        return name + ": " + cell.count() + " " + cell.fingerprint() + " " + cell.latenessS() + " " + cell.histogram();
    }
}
