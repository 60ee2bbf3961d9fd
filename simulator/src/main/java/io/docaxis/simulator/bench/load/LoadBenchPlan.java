package io.docaxis.simulator.bench.load;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a session measures.
 *
 * @param scenario by which a process finds it
 * @param seconds of a paced lap; what is sent as fast as possible is as many events as take about that long
 * @param measures in their order
 */
public record LoadBenchPlan(String scenario, int rounds, int seconds, Set<LoadMeasure> measures) {

    /** Bytes of a record's value. */
    static final int SIZE = 1_000;
    /** Paced events a second. */
    static final int RATE = 20_000;
    /** Far beyond what a broker takes here. */
    static final int BEYOND = 2_000_000;
    /** Records for each of the seconds, where they go as fast as they can. */
    private static final long RECORDS_A_SECOND = 66_667;
    /** 6 GB in the log. */
    private static final long MOST_RECORDS = 6_000_000;

    /** A value with its key, its share of the batch's header, and what the broker keeps beside it. */
    private static final long BYTES_A_RECORD = 1_100;

    /** @throws IllegalArgumentException if nothing is to be measured */
    public LoadBenchPlan {
        if (rounds < 1 || seconds < 1 || measures.isEmpty()) {
            throw new IllegalArgumentException("rounds " + rounds + ", seconds " + seconds + ", measures " + measures
                    + ": want one or more of each");
        }
        measures = Collections.unmodifiableSet(EnumSet.copyOf(measures));
    }

    /** Whole milliseconds in which the records are due that are sent as fast as possible. */
    long dueMs() {
        long records = Math.min(MOST_RECORDS, seconds * RECORDS_A_SECOND);
        return Math.max(1, Math.round(records * 1000.0 / BEYOND));
    }

    /** How many these are: the same in each leg. */
    long records() {
        return dueMs() * BEYOND / 1000;
    }

    /** What a lap leaves on disk at most, about. */
    long diskBytes() {
        return Math.max(records(), (long) seconds * RATE) * BYTES_A_RECORD;
    }
}
