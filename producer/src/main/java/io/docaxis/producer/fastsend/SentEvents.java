package io.docaxis.producer.fastsend;

import java.util.Arrays;

/**
 * Events of a paced run that travel together, in their order: when each was wanted, when it was given to Kafka's client, and how much of
 * its lateness was the sending thread's own making ({@link ScheduleSlip}). Instants are nanoseconds since 1970. Used again once
 * who hears of them returns. Filled by the sending thread, then read by the client's.
 */
public final class SentEvents {

    /** Of an offset or an instant: nobody knows. */
    public static final long UNKNOWN = -1;

    private static final int FIRST_EVENTS = 64;

    /** By which the block is known in which they travel; {@link RecordBlock#NO_NUMBER} where there is none. */
    private final int number;

    private int partition;
    private long firstOffset = UNKNOWN;
    private long requestedAtNs = UNKNOWN;
    private int count;
    private long[] intendedAtNs;
    private long[] givenAtNs;
    private long[] slipNs;

    SentEvents(int number) {
        this.number = number;
        intendedAtNs = new long[FIRST_EVENTS];
        givenAtNs = new long[FIRST_EVENTS];
        slipNs = new long[FIRST_EVENTS];
    }

    /**
     * Events in arrays that are as long as each other, and are not copied.
     *
     * @param firstOffset or {@link #UNKNOWN}
     */
    public SentEvents(int partition, long firstOffset, long[] intendedAtNs, long[] givenAtNs, long[] slipNs) {
        number = RecordBlock.NO_NUMBER;
        this.partition = partition;
        this.firstOffset = firstOffset;
        this.intendedAtNs = intendedAtNs;
        this.givenAtNs = givenAtNs;
        this.slipNs = slipNs;
        count = intendedAtNs.length;
    }

    public int count() {
        return count;
    }

    public int partition() {
        return partition;
    }

    /** The offset of the first event, which those of the others follow; {@link #UNKNOWN} unless the broker has said it. */
    public long firstOffset() {
        return firstOffset;
    }

    public long intendedAtNs(int event) {
        return intendedAtNs[event];
    }

    public long givenAtNs(int event) {
        return givenAtNs[event];
    }

    public long slipNs(int event) {
        return slipNs[event];
    }

    /** When the first request left that carried them; {@link #UNKNOWN} where they did not travel in a block, or not yet. */
    public long requestedAtNs() {
        return requestedAtNs;
    }

    int number() {
        return number;
    }

    /** Sets an event, after all of them before. */
    void set(int event, long itsIntendedAtNs, long itsGivenAtNs, long itsSlipNs) {
        if (event == intendedAtNs.length) {
            intendedAtNs = Arrays.copyOf(intendedAtNs, 2 * event);
            givenAtNs = Arrays.copyOf(givenAtNs, 2 * event);
            slipNs = Arrays.copyOf(slipNs, 2 * event);
        }
        intendedAtNs[event] = itsIntendedAtNs;
        givenAtNs[event] = itsGivenAtNs;
        slipNs[event] = itsSlipNs;
        count = event + 1;
    }

    /** They go: nothing more is known of them yet. */
    void goTo(int itsPartition) {
        partition = itsPartition;
        firstOffset = UNKNOWN;
        requestedAtNs = UNKNOWN;
    }

    void requested(long atNs) {
        if (requestedAtNs == UNKNOWN) {
            requestedAtNs = atNs;
        }
    }

    void cameTo(long offset) {
        firstOffset = offset;
    }
}
