package io.docaxis.consumer.state;

import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Outcome;

/** What a revised duty was first counted as. The ordinal is stored: append only. */
public enum FirstCount {
    /** It was not fulfilled, nor overdue for sure. */
    NONE,
    ON_TIME,
    LATE,
    OVERDUE;

    private static final FirstCount[] ALL = values();

    /**
     * What a duty counts as that was not counted before.
     *
     * @param watermark which decides whether it is overdue for sure
     */
    public static FirstCount of(Outcome outcome, long deadline, long watermark, long horizonS) {
        return switch (outcome) {
            case ON_TIME -> ON_TIME;
            case LATE -> LATE;
            case OVERDUE ->
                OverdueAsKnown.of(deadline, watermark, horizonS) == OverdueAsKnown.PROVISIONAL ? NONE : OVERDUE;
            default -> NONE;
        };
    }

    static FirstCount of(int ordinal) {
        return ALL[ordinal];
    }
}
