package io.docaxis.simulator.verdict;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One side of the comparison: what the ledger expects, or what the tally found.
 *
 * @param name ledger or tally
 * @param tally the sum of all parts
 * @param headers how far each part has come; parts without one are left out
 * @param problems records that could not be read
 */
public record Statement(String name, Tally tally, SortedMap<Integer, PartHeader> headers, List<String> problems) {

    /** The producers' side of a run. */
    public static Statement ledger(TallyReader reader, long run) {
        return new Statement("ledger", reader.sum(run), reader.headers(run), reader.problems());
    }

    /** The consumers' side of a run. */
    public static Statement tally(TallyReader reader, long run) {
        return new Statement("tally", reader.sum(run), reader.headers(run), reader.problems());
    }

    /** The header of the first part; all say the same about the run. */
    public Optional<PartHeader> about() {
        return headers.isEmpty() ? Optional.empty() : Optional.of(headers.get(headers.firstKey()));
    }

    /** Sum of the counts of a rollup's cells. */
    public long total(Rollup rollup) {
        long total = 0;
        for (Cell cell : tally.sorted()) {
            if (CellKey.rollup(cell.key()) == rollup) {
                total += cell.count();
            }
        }
        return total;
    }

    /** Sum of the counters of a kind. */
    public long total(Counter.Kind kind) {
        long total = 0;
        for (Counter counter : Counter.values()) {
            if (counter.kind() == kind) {
                total += tally.count(counter);
            }
        }
        return total;
    }
}
