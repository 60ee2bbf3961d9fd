package io.docaxis.producer.schedule;

/** The events of one source, in their order. Not thread-safe: each thread has its own. */
public interface ArrivalPositions {

    /**
     * Where an event is on the curve, in events of all sources.
     *
     * @param number of the event within its source, from 0: that asked for last or the one after it
     */
    double at(long number);

    /** How many are before a place on the curve, which is not before the one asked for last. */
    long before(double event);
}
