package io.docaxis.simulator.command;

/** What a user can do about a run that was not sent to its end. What would end as before is not recommended. */
final class Advice {

    private static final String RESUME = "; --resume goes on from there";
    private static final String GONE = "; its broker's data is gone, --keep-data DIR would have kept it";

    static final String SHARDS_OF_A_LIVE_RUN = "; shards of a live run end together by --until alone";

    private Advice() {}

    /** @param kept whether the topics are still there when the command has ended */
    static String afterInterruption(boolean kept) {
        return kept ? RESUME : "";
    }

    /** After the fast path failed: with it, it would do so again. */
    static String afterFastPath(boolean kept) {
        return kept ? "; --resume --fast-clients off goes on from there" : GONE + "; try --fast-clients off";
    }

    /**
     * After a send that failed for good.
     *
     * @param canBeResumed whether sending the same again can end otherwise
     */
    static String afterFailure(boolean kept, boolean canBeResumed) {
        if (!canBeResumed) {
            return "";
        }
        return kept ? RESUME : GONE;
    }
}
