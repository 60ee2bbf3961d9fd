package io.docaxis.simulator.load.consume;

/**
 * Takes the instants of single records, all by one clock, in nanoseconds since 1970. Called by several threads at once, on their hot
 * path. Instants of two machines may be in any order; nothing is clamped here.
 */
public interface LatencySink {

    /**
     * A document or status was applied, for the first time.
     *
     * @param intendedAtNs when the schedule wanted it sent
     * @param receivedAtNs when the poll returned that brought it
     * @param appliedAtNs when it was applied
     */
    void applied(long intendedAtNs, long receivedAtNs, long appliedAtNs);

    /** The transaction was committed that has it. Only where a consumer commits transactions. */
    void committed(long intendedAtNs, long committedAtNs);

    /**
     * Records went from the request that carried them to a poll. Only where both are in this process.
     *
     * @param intendedAtNs when the first record of their block was to be sent
     * @param sentAtNs when the request left
     * @param records how many of one block and one poll: ticks between events are among them
     */
    void handedOver(long intendedAtNs, long sentAtNs, long receivedAtNs, long records);
}
