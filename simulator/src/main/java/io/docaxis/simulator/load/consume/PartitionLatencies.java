package io.docaxis.simulator.load.consume;

/**
 * What is measured of one partition, each offset once: one that is not above the highest seen was measured before. Not thread-safe;
 * some ten nanoseconds an event, beside the sink.
 */
final class PartitionLatencies {

    private static final long NONE = -1;

    private final int partition;
    private final LatencySink sink;
    private final PollListener polls;
    private long receivedAtNs;
    private long highestOffset = NONE;
    private long firstOffset = NONE;
    private long applied;
    private long again;
    private long untimed;

    PartitionLatencies(int partition, LatencySink sink, PollListener polls) {
        this.partition = partition;
        this.sink = sink;
        this.polls = polls;
    }

    /** A poll's records are about to be applied, which returned then. */
    void polled(long atNs) {
        flush();
        receivedAtNs = atNs;
    }

    /** Whether none so high was seen before. */
    boolean isNew(long offset) {
        return offset > highestOffset;
    }

    /**
     * An event was applied.
     *
     * @param intendedAtNs 0 or less: unknown
     * @return whether for the first time, as far as this process knows, and with a known instant
     */
    boolean applied(long offset, long intendedAtNs, long appliedAtNs) {
        if (!isNew(offset)) {
            again++;
            return false;
        }
        highestOffset = offset;
        firstOffset = firstOffset == NONE ? offset : firstOffset;
        applied++;
        if (intendedAtNs <= 0) {
            untimed++;
            return false;
        }
        sink.applied(intendedAtNs, receivedAtNs, appliedAtNs);
        return true;
    }

    /** Tells of the poll, where all of it is applied. */
    void flush() {
        if (firstOffset != NONE) {
            polls.polled(partition, firstOffset, highestOffset, receivedAtNs);
            firstOffset = NONE;
        }
    }

    /** Events, each once. */
    long applied() {
        return applied;
    }

    /** Events that were applied once more, and are not measured again. */
    long again() {
        return again;
    }

    /** Of those applied, those that say nothing of when they were to be sent. */
    long untimed() {
        return untimed;
    }
}
