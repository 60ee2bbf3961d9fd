package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.process.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** The same, its parts named as somebody's. */
    LoadUsage of(String whose) {
        return new LoadUsage(
                whole.map(usage -> new Usage(
                        usage.seconds(),
                        named(whose, usage.cpuSeconds()),
                        named(whose, usage.peakBytes()),
                        usage.others())),
                samples.stream()
                        .map(sample -> new UsageSample(
                                sample.second(),
                                name(whose, sample.role()),
                                sample.processors(),
                                sample.memoryBytes(),
                                sample.gcShare()))
                        .toList());
    }

    private static <T> Map<String, T> named(String whose, Map<String, T> byRole) {
        Map<String, T> named = new LinkedHashMap<>();
        byRole.forEach((role, figure) -> named.put(name(whose, role), figure));
        return named;
    }

    private static String name(String whose, String role) {
        return role + ", " + whose;
    }

    /** Of several, whose parts have different names; neighbours as the worst has them. */
    static LoadUsage together(List<LoadUsage> all) {
        List<Usage> known =
                all.stream().map(LoadUsage::whole).flatMap(Optional::stream).toList();
        List<UsageSample> samples =
                all.stream().flatMap(usage -> usage.samples().stream()).toList();
        if (known.isEmpty()) {
            return new LoadUsage(Optional.empty(), samples);
        }
        Map<String, Double> cpu = new LinkedHashMap<>();
        Map<String, Long> peaks = new LinkedHashMap<>();
        known.forEach(usage -> {
            cpu.putAll(usage.cpuSeconds());
            peaks.putAll(usage.peakBytes());
        });
        return new LoadUsage(
                Optional.of(new Usage(
                        known.stream().mapToDouble(Usage::seconds).max().orElseThrow(),
                        cpu,
                        peaks,
                        known.stream()
                                .map(Usage::others)
                                .filter(OptionalDouble::isPresent)
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .max())),
                samples);
    }
}
