package io.docaxis.simulator.load.judge;

import io.docaxis.simulator.load.measure.LatencyKind;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * What requirements are judged by. Empty, or not there, is unknown.
 *
 * @param latencies of the measured part, microseconds
 * @param offered events that were to be sent, of the whole load
 * @param failed of these, the ones that failed or of which nobody knows whether they arrived
 * @param lagRecords written and not consumed when the last event was due
 * @param lagSeconds for how long the oldest of these had been there then
 * @param lateObligations obligations fulfilled late or overdue, as the tally has them
 */
public record Evidence(
        Map<LatencyKind, Histogram> latencies,
        OptionalLong offered,
        OptionalLong failed,
        OptionalLong lagRecords,
        OptionalDouble lagSeconds,
        OptionalLong lateObligations,
        Proof proof) {

    public Evidence {
        latencies = Map.copyOf(latencies);
    }
}
