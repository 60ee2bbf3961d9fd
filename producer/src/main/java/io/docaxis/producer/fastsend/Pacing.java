package io.docaxis.producer.fastsend;

import java.util.function.LongSupplier;

/**
 * How records are sent that have a schedule.
 *
 * @param nowNs the clock of the schedule, nanoseconds since 1970; of any thread
 * @param goesOn whether it goes on after a record has failed for good
 */
public record Pacing(LongSupplier nowNs, boolean goesOn) {

    /** As fast as they come. */
    public static final Pacing NONE = new Pacing(() -> 0, false);

    boolean isPaced() {
        return this != NONE;
    }
}
