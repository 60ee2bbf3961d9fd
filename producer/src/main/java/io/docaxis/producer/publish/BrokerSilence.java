package io.docaxis.producer.publish;

/** For how long a broker has completed no send though some wait for it. Time is the caller's. Thread-safe. */
final class BrokerSilence {

    private long seen = -1;
    private long sinceMs;

    /**
     * Looks again; it is known to within the time between two looks.
     *
     * @param completions how many sends were completed so far
     * @param waiting how many are not
     */
    synchronized long lastedMs(long completions, long waiting, long nowMs) {
        if (waiting == 0 || completions != seen) {
            seen = completions;
            sinceMs = nowMs;
        }
        return Math.max(0, nowMs - sinceMs);
    }
}
