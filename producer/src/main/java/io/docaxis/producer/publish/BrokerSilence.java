package io.docaxis.producer.publish;

/** For how long a broker has answered nothing though something waits for its answer. Time is the caller's. Thread-safe. */
final class BrokerSilence {

    private long heard = -1;
    private long sinceMs;

    /**
     * Looks again; it is known to within the time between two looks.
     *
     * @param answers how many there have been
     * @param waiting how much waits for one
     */
    synchronized long lastedMs(long answers, long waiting, long nowMs) {
        if (waiting == 0 || answers != heard) {
            heard = answers;
            sinceMs = nowMs;
        }
        return Math.max(0, nowMs - sinceMs);
    }
}
