package io.docaxis.simulator.load.consume;

/** Hears which records polls brought. Thread-safe. */
public interface PollListener {

    /** Does not want to know. */
    PollListener NONE = (partition, firstOffset, lastOffset, receivedAtNs) -> {};

    /**
     * A poll brought these, of which none was heard of before.
     *
     * @param lastOffset of the last event, which is one of them
     * @param receivedAtNs when the poll returned
     */
    void polled(int partition, long firstOffset, long lastOffset, long receivedAtNs);
}
