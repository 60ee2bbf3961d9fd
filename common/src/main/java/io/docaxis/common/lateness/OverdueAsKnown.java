package io.docaxis.common.lateness;

/**
 * How sure it is that an overdue obligation stays overdue: records that are under way may still take it back. It depends on the watermark of the
 * thread's partition alone, not on how far deadlines are announced.
 */
public enum OverdueAsKnown {
    /** Records that are a little late may take it back. */
    PROVISIONAL,
    /** Nothing takes it back but a record that is later than the allowance, or by a wrong clock. */
    CONFIRMED,
    /** Whatever takes it back would be too late. */
    FINAL;

    /** How late records usually are at most, seconds. */
    private static final long ALLOWANCE_S = 3_600;

    /**
     * How an overdue obligation is known. Nothing is confirmed later than it is final: the allowance is at most the horizon.
     *
     * @param deadline seconds; the watermark may be before it in a live run
     */
    public static OverdueAsKnown of(long deadline, long watermark, long horizonS) {
        long beyond = watermark - deadline;
        if (beyond > horizonS) {
            return FINAL;
        }
        return beyond > ALLOWANCE_S ? CONFIRMED : PROVISIONAL;
    }
}
