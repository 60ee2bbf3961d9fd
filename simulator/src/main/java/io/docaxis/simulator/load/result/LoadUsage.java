package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.process.Usage;
import java.util.List;
import java.util.Optional;

/**
 * What a load's parts used of their machines.
 *
 * @param whole over the measured part; empty where the system does not say
 * @param samples once a second
 */
public record LoadUsage(Optional<Usage> whole, List<UsageSample> samples) {

    public static final LoadUsage UNKNOWN = new LoadUsage(Optional.empty(), List.of());

    public LoadUsage {
        samples = List.copyOf(samples);
    }
}
