package io.docaxis.simulator.load;

/** When the events of a load are wanted in the log. Asked once for each event, of each source in its order; one thread. */
@FunctionalInterface
public interface IntendedInstants {

    /** No instant: the event, and all of its source after it, are not wanted any more. */
    long NOT_DUE = Long.MAX_VALUE;

    /**
     * When an event is wanted, nanoseconds since 1970, or {@link #NOT_DUE}; never before the one before it.
     *
     * @param number of the event within its source, from 0; what is dropped on the way counts
     */
    long atNs(int source, long number);
}
