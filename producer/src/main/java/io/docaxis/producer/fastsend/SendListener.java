package io.docaxis.producer.fastsend;

/** Hears of sends that completed; called by the client's thread, or, where they failed at once, by the one that sends. */
public interface SendListener {

    /**
     * Says what became of records. After the first that failed it hears only of what the broker has: of the others nobody
     * knows whether it has them.
     *
     * <p>Where sending goes on after a failure, it hears of all; of no records, where sending has ended because none can be made any more.
     *
     * @param events the same records in a paced run; used again once this returns. Null at full speed, and where there are none
     * @param exception null if the broker has them
     */
    void completed(int records, SentEvents events, Exception exception);
}
