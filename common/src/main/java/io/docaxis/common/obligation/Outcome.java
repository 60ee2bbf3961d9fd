package io.docaxis.common.obligation;

/** What has become of an obligation. The ordinal is part of keys in tally and ledger: append only. */
public enum Outcome {
    ON_TIME,
    /** Fulfilled, or voided, after the deadline. */
    LATE,
    /** The deadline has passed and nothing fulfilled it. */
    OVERDUE,
    /** The deadline is not reached. */
    OPEN,
    /** Ceased before the deadline: refused, recalled or replaced. */
    VOIDED,
    /** There is no such duty; never counted in a cell. */
    NONE;

    private static final Outcome[] ALL = values();

    /** Whether the deadline passed before the duty was fulfilled or ceased. */
    public boolean isLate() {
        return this == LATE || this == OVERDUE;
    }

    public static Outcome of(int ordinal) {
        return ALL[ordinal];
    }
}
