package io.docaxis.common.tally;

/** The independent sparse tables of a tally. The ordinal is part of the {@link CellKey}: append only. */
public enum Rollup {
    /** Obligations by level-1 debtor and month: what the verdict proves. x = agency number, y = month. */
    PROOF,
    /** Obligations by debtor of any level. x = agency number. */
    AGENCY,
    /** Obligations by document type and urgency. x = type, y = urgency. */
    KIND,
    /** Obligations by day opened. x = days since 1970-01-01. */
    DAY,
    /** Documents by sender. x = level-1 agency number, y = month × 8 + tier. */
    DOCUMENTS,
    /** Dispatches by receiver. x = level-1 agency number, y = month × 8 + tier. */
    DISPATCHES,
    /** Records and observations by name. x = {@link Counter}. */
    COUNTERS,
    /** Open obligations by level-1 debtor and hour of the deadline. x = agency number, y = hours since 1970-01-01T00:00:00Z. */
    DUE,
    /** Documents and statuses, within a cell by the level-1 agency whose clock they carry. x = {@link ReportKind}, y = day occurred. */
    REPORTS;

    private static final Rollup[] ALL = values();

    public static Rollup of(int ordinal) {
        return ALL[ordinal];
    }
}
