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
    public static final long ALLOWANCE_S = 3_600;

    /**
     * How an overdue obligation is known.
     *
     * @param deadline seconds; the watermark may be before it in a live run
     * @param allowanceS at most the horizon
     */
    public static OverdueAsKnown of(long deadline, long watermark, long allowanceS, long horizonS) {
        long beyond = watermark - deadline;
        if (beyond > horizonS) {
            return FINAL;
        }
        return beyond > allowanceS ? CONFIRMED : PROVISIONAL;
    }
}
