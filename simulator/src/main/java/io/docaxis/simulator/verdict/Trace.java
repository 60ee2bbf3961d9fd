package io.docaxis.simulator.verdict;

import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What disturbances of one sort left behind: as planted, by the ledger, and as detected, by the tally.
 *
 * @param sameOnes whether the two are the same events or dispatches; where the tally knows no identities (a gap has none, nor
 *     have bytes that cannot be read), whether they are as many
 */
public record Trace(Counter counter, long planted, long detected, boolean sameOnes) {

    /** Beside the traces that have identities. */
    private static final Set<Counter> BY_COUNT = EnumSet.of(
            Counter.MISSING,
            Counter.DEAD_LETTER_MALFORMED,
            Counter.DEAD_LETTER_CHECKSUM,
            Counter.DEAD_LETTER_UNKNOWN_KIND,
            Counter.DEAD_LETTER_NO_RECEIVER,
            Counter.RECEIVER_UNKNOWN,
            Counter.DUE_DATE_UNREADABLE,
            Counter.DEADLINE_OUTSIDE_CALENDAR);

    /** Every trace that was planted or detected. */
    public static List<Trace> between(Statement ledger, Statement tally) {
        return Arrays.stream(Counter.values())
                .filter(counter -> counter.isTrace() || BY_COUNT.contains(counter))
                .map(counter -> of(counter, ledger, tally))
                .filter(trace -> trace.planted != 0 || trace.detected != 0)
                .toList();
    }

    private static Trace of(Counter counter, Statement ledger, Statement tally) {
        long planted = ledger.tally().count(counter);
        long detected = tally.tally().count(counter);
        boolean same = planted == detected && fingerprint(counter, ledger) == fingerprint(counter, tally);
        return new Trace(counter, planted, detected, same);
    }

    private static long fingerprint(Counter counter, Statement side) {
        Cell cell = side.tally().get(CellKey.of(counter));
        return cell == null ? 0 : cell.fingerprint();
    }
}
