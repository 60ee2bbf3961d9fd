package io.docaxis.simulator.terminal;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a command has come at one moment. What is unknown is empty, never 0.
 *
 * @param phase in a word or two
 * @param simulatedAt simulated time, seconds
 * @param share of the phase's work that is done, 0 to 1
 * @param events done so far in this phase: what the rate is made of
 * @param behindMs behind the schedule of a paced run
 * @param lag records that the consumers have not committed yet
 */
public record ProgressSnapshot(
        String phase,
        OptionalLong simulatedAt,
        OptionalDouble share,
        OptionalLong events,
        OptionalLong behindMs,
        OptionalLong lag) {

    /** A phase of which nothing can be measured. */
    public static ProgressSnapshot of(String phase) {
        return new ProgressSnapshot(
                phase,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
