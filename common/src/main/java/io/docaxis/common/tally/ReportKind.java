package io.docaxis.common.tally;

/**
 * In which part an agency says something, and how its clock then stands to the simulated clock by which the record was emitted. The ordinal
 * is part of the {@link CellKey}: append only.
 */
public enum ReportKind {
    /** Of a document that it sent, or of one that it asks back, by a clock that may be right. */
    SENDER,
    /** It says that this occurred over a minute after it was emitted. */
    SENDER_AHEAD,
    /** It was emitted over an hour after it says that this occurred: its clock is behind, or the channel delayed it. */
    SENDER_BEHIND,
    /** Of a document that it received. */
    RECEIVER,
    RECEIVER_AHEAD,
    RECEIVER_BEHIND;

    /** Sources emit in whole seconds what occurred in them; beyond this a clock is ahead. */
    public static final long AHEAD_S = 60;
    /** What a record may take on its way; beyond this it is late, or a clock is behind. */
    public static final long BEHIND_S = 3_600;

    private static final ReportKind[] ALL = values();

    public static ReportKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** @param receiver whether the agency says it as a receiver */
    public static ReportKind of(boolean receiver, long occurredAt, long emittedAt) {
        long delayS = emittedAt - occurredAt;
        if (delayS < -AHEAD_S) {
            return receiver ? RECEIVER_AHEAD : SENDER_AHEAD;
        }
        if (delayS > BEHIND_S) {
            return receiver ? RECEIVER_BEHIND : SENDER_BEHIND;
        }
        return receiver ? RECEIVER : SENDER;
    }

    /** Whether the clock is wrong, or may be. */
    public boolean isOff() {
        return this != SENDER && this != RECEIVER;
    }
}
