package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.LagSample;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How the consuming group kept up.
 *
 * @param name of the group
 * @param samples lag by second, as far as somebody looked
 * @param lagRecords written and not consumed when the last event was due
 * @param lagSeconds for how long the oldest of these had been there then
 * @param drainSeconds from the last acknowledgement until nothing was left, less than 0 where that was before; empty where that
 *     was not waited for, or did not come about
 * @param remark what else to know, in words: how exact the figures are, that the group stands still; may be empty
 */
public record LoadGroup(
        String name,
        List<LagSample> samples,
        OptionalLong lagRecords,
        OptionalDouble lagSeconds,
        OptionalDouble drainSeconds,
        String remark) {

    public LoadGroup {
        samples = List.copyOf(samples);
    }
}
