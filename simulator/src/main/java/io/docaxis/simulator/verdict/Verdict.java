package io.docaxis.simulator.verdict;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The result of comparing ledger and tally of one run. Pure.
 *
 * @param compared how much was compared
 * @param gaps why the run is incomplete, in words; empty if it is complete
 * @param imbalances which books do not balance, in words; empty if all do
 * @param cells cells that disagree, in the order of keys
 * @param obligations obligations that disagree, by name
 * @param more whether more obligations disagree than could be named
 */
public record Verdict(
        Compared compared,
        List<String> gaps,
        List<String> imbalances,
        List<CellDifference> cells,
        List<ObligationDifference> obligations,
        boolean more) {

    public Verdict {
        gaps = List.copyOf(gaps);
        imbalances = List.copyOf(imbalances);
        cells = List.copyOf(cells);
        obligations = List.copyOf(obligations);
    }

    /** Compares what is expected with what was found. */
    public static Verdict of(Statement ledger, Statement tally) {
        List<CellDifference> cells = new ArrayList<>();
        int compared = compare(ledger.tally(), tally.tally(), cells);
        Sketch.Difference difference =
                ledger.tally().sketch().minus(tally.tally().sketch());
        return new Verdict(
                new Compared(
                        compared,
                        ledger.total(Rollup.PROOF),
                        ledger.total(Rollup.DOCUMENTS),
                        ledger.total(Rollup.DISPATCHES),
                        ledger.total(Counter.Kind.RECORD)),
                Gaps.between(ledger, tally),
                Books.imbalances(ledger, tally),
                cells,
                ObligationDifference.join(difference),
                difference.more());
    }

    /** The same, and further reasons why the run is incomplete, before the others. */
    public Verdict withGaps(List<String> further) {
        List<String> all = new ArrayList<>(further);
        all.addAll(gaps);
        return new Verdict(compared, all, imbalances, cells, obligations, more);
    }

    /** A gap makes every comparison void; a difference says more than the imbalance that it often brings. */
    public Finding finding() {
        if (!gaps.isEmpty()) {
            return Finding.INCOMPLETE;
        }
        if (!cells.isEmpty() || !obligations.isEmpty() || more) {
            return Finding.DIFFERS;
        }
        return imbalances.isEmpty() ? Finding.EXACT : Finding.INCOMPLETE;
    }

    private static int compare(Tally expected, Tally found, List<CellDifference> differences) {
        SortedSet<Long> keys = new TreeSet<>();
        expected.sorted().forEach(cell -> keys.add(cell.key()));
        found.sorted().forEach(cell -> keys.add(cell.key()));
        keys.removeIf(key -> !CellKey.isCompared(key));
        for (long key : keys) {
            CellDifference difference = difference(key, expected.get(key), found.get(key));
            if (difference != null) {
                differences.add(difference);
            }
        }
        return keys.size();
    }

    private static CellDifference difference(long key, Cell expected, Cell found) {
        CellDifference difference = new CellDifference(key, CellContent.of(expected), CellContent.of(found));
        return difference.isNone() ? null : difference;
    }
}
