package io.docaxis.common.tally;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.CaseKind;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.hash.BitField;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.obligation.Urgency;
import java.time.LocalDate;

/**
 * The key of a cell packed into a long, never negative: rollup (4 bits), kind of case (2), obligation (5), outcome (4), x (24), y (24).
 * Sorts by these in order. What does not fit is an {@link IllegalArgumentException}.
 */
public final class CellKey {

    private static final BitField Y = BitField.lowest("y of a cell", 24);
    private static final BitField X = Y.above("x of a cell", 24);
    private static final BitField OUTCOME = BitField.of(Outcome.values(), 48, 4);
    private static final BitField OBLIGATION = BitField.of(Obligation.values(), 52, 5);
    private static final BitField CASE = BitField.of(CaseKind.values(), 57, 2);
    private static final BitField ROLLUP = BitField.of(Rollup.values(), 59, 4);

    /** Of the y of documents and dispatches. */
    private static final BitField TIER = BitField.of(Tier.values(), 0, 3);

    private static final BitField MONTH = TIER.above("month", 21);
    private static final int HOUR_S = 3_600;

    /** All threads are such as yet. */
    private static final int DOCUMENT = CaseKind.DOCUMENT.ordinal();

    private CellKey() {}

    public static long of(Rollup rollup, Obligation obligation, Outcome outcome, long x, long y) {
        return pack(rollup.ordinal(), DOCUMENT, obligation.ordinal(), outcome.ordinal(), x, y);
    }

    /** For rollups that do not go by obligation. */
    public static long of(Rollup rollup, long x, long y) {
        return pack(rollup.ordinal(), DOCUMENT, 0, 0, x, y);
    }

    public static long of(Counter counter) {
        return of(Rollup.COUNTERS, counter.ordinal(), 0);
    }

    public static Rollup rollup(long key) {
        return Rollup.of((int) ROLLUP.get(key));
    }

    public static Obligation obligation(long key) {
        return Obligation.of((int) OBLIGATION.get(key));
    }

    public static Outcome outcome(long key) {
        return Outcome.of((int) OUTCOME.get(key));
    }

    public static int x(long key) {
        return (int) X.get(key);
    }

    public static int y(long key) {
        return (int) Y.get(key);
    }

    /** Whether a key that was read names a cell that there can be; of any other nothing is to be asked. */
    public static boolean isKnown(long key) {
        if (key < 0 || ROLLUP.get(key) >= Rollup.values().length || CASE.get(key) >= CaseKind.values().length) {
            return false;
        }
        return switch (rollup(key)) {
            case PROOF, AGENCY, DAY, DUE -> isOutcome(key);
            case KIND -> isOutcome(key) && x(key) < DocumentType.count() && y(key) < Urgency.values().length;
            case DOCUMENTS, DISPATCHES -> TIER.get(y(key)) < Tier.values().length;
            case COUNTERS -> x(key) < Counter.values().length;
            case REPORTS -> x(key) < ReportKind.values().length;
        };
    }

    /** Whether ledger and tally must have such a cell alike. */
    public static boolean isCompared(long key) {
        return switch (rollup(key)) {
            case COUNTERS -> Counter.of(x(key)).isCompared();
            case REPORTS -> false;
            default -> true;
        };
    }

    /** Whether a cell that is empty is deleted and forgotten: there would be one for every hour in which something was due. */
    public static boolean isDeletedWhenEmpty(long key) {
        return rollup(key) == Rollup.DUE;
    }

    private static boolean isOutcome(long key) {
        return OUTCOME.get(key) < Outcome.values().length
                && OUTCOME.get(key) != Outcome.NONE.ordinal()
                && OBLIGATION.get(key) < Obligation.values().length;
    }

    /** Months since year 0: year × 12 + month − 1. */
    public static int month(long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** Of what is open; deadlines after the last hour that fits, in the year 3883, are in that. */
    static long due(Obligation obligation, int level1, long deadline) {
        return of(Rollup.DUE, obligation, Outcome.OPEN, level1, Math.min(deadline / HOUR_S, Y.max()));
    }

    public static ReportKind reportKind(long key) {
        return ReportKind.of(x(key));
    }

    /** How many numbers the histogram of a cell has: of reports one for each level-1 agency, else one for each power of two of seconds. */
    static int buckets(long key) {
        return rollup(key) == Rollup.REPORTS ? AgencyCatalogue.level1Count() : Cell.LATENESS_BUCKETS;
    }

    /** The y of documents and dispatches. */
    static long monthAndTier(int month, int tier) {
        return MONTH.put(month) | TIER.put(tier);
    }

    static long pack(int rollup, int kindOfCase, int obligation, int outcome, long x, long y) {
        return ROLLUP.put(rollup)
                | CASE.put(kindOfCase)
                | OBLIGATION.put(obligation)
                | OUTCOME.put(outcome)
                | X.put(x)
                | Y.put(y);
    }
}
