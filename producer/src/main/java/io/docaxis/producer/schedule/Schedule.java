package io.docaxis.producer.schedule;

/** When the events of a source are wanted in the log: instants of the wall clock, in nanoseconds since 1970. Pure. */
public interface Schedule {

    /** Begins a schedule. */
    interface Start {

        /** @param emittedAt of the first event that the log does not have, simulated time */
        Schedule at(long nowNs, long emittedAt);
    }

    /**
     * When an event is wanted, whatever became of those before it; never before them.
     *
     * @param number of the event within its source, from 0; what is dropped or passed over counts
     * @param emittedAt its simulated second
     * @param place among the source's events of that second, from 0
     * @param places how many there are
     */
    long intendedAtNs(long number, long emittedAt, int place, int places);

    /** How far the source's clock may have come at an instant, if nothing is delivered: what ticks say at most. */
    long simulatedAt(long nowNs);
}
