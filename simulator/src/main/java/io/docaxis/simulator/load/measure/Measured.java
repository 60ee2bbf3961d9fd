package io.docaxis.simulator.load.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * What was measured of a load. Treat it as immutable: nobody records into its histograms.
 *
 * @param latencies of what was intended in the measured part, microseconds; none where nothing was recorded
 * @param counts of what came about in the measured part; a kind that nobody counted is not there
 * @param seconds from the first on, without a gap; warm-up and drain are in it
 * @param negative latencies below 0, by kind, which are in no histogram: a clock went back, or two disagree
 * @param misplaced instants before the start or days after it, which are in no second
 */
public record Measured(
        Stretch stretch,
        Map<LatencyKind, Histogram> latencies,
        Map<EventCount, Long> counts,
        List<SecondFigures> seconds,
        Map<LatencyKind, Long> negative,
        long misplaced) {

    public Measured {
        latencies = Map.copyOf(latencies);
        counts = Map.copyOf(counts);
        seconds = List.copyOf(seconds);
        negative = Map.copyOf(negative);
    }

    public Optional<Histogram> latency(LatencyKind kind) {
        return Optional.ofNullable(latencies.get(kind));
    }

    public OptionalLong count(EventCount what) {
        Long count = counts.get(what);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** In the measured part; empty where nobody counted, or there was no such part. */
    public OptionalDouble perSecond(EventCount what) {
        OptionalLong count = count(what);
        return count.isPresent() && stretch.measuredSeconds() > 0
                ? OptionalDouble.of(count.getAsLong() / stretch.measuredSeconds())
                : OptionalDouble.empty();
    }

    /** Instants and latencies that cannot be. */
    public long clockDoubts() {
        return misplaced + negative.values().stream().mapToLong(Long::longValue).sum();
    }
}
