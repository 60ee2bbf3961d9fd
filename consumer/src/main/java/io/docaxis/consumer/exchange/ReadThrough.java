package io.docaxis.consumer.exchange;

/**
 * Up to which instant of the wall clock a partition is read through: everything is applied that its log had then. The log is asked for its
 * end again and again, and what was asked is reached when all records below the answer are applied. So a consumer that is behind finds
 * nothing late that it has yet to read; and however fast the log grows, an answer is held until it is reached. Not thread-safe.
 */
public final class ReadThrough {

    /** Of no instant is it known. */
    public static final long NEVER = -1;

    /** The answer that is waited for, and the last one. */
    private long awaitedMs = NEVER;

    private long awaitedEnd;
    private long lastMs = NEVER;
    private long lastEnd;
    private long throughMs = NEVER;

    /**
     * The log ended before an offset at some instant after it was asked. Answers come in the order of their questions.
     *
     * @param askedAtMs when it was asked, or before
     */
    public void logEnded(long askedAtMs, long end) {
        if (awaitedMs == NEVER) {
            awaitedMs = askedAtMs;
            awaitedEnd = end;
        }
        lastMs = askedAtMs;
        lastEnd = end;
    }

    /** Everything below an offset is applied; gives the instant up to which the partition is read through, or {@link #NEVER}. */
    public long applied(long before) {
        if (awaitedMs != NEVER && before >= awaitedEnd) {
            boolean all = before >= lastEnd;
            throughMs = Math.max(throughMs, all ? lastMs : awaitedMs);
            awaitedMs = all ? NEVER : lastMs;
            awaitedEnd = lastEnd;
        }
        return throughMs;
    }
}
