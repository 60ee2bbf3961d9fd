package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.SecondFigures;
import io.docaxis.simulator.load.measure.Stretch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What was measured by several shards that started at one instant, together. What one does not know is unknown of all. */
final class MeasuredSum {

    private MeasuredSum() {}

    static Measured of(List<Measured> all) {
        Map<LatencyKind, Histogram> latencies = new EnumMap<>(LatencyKind.class);
        Map<LatencyKind, Long> negative = new EnumMap<>(LatencyKind.class);
        TreeMap<Integer, SecondFigures> seconds = new TreeMap<>();
        for (Measured each : all) {
            each.latencies()
                    .forEach((kind, histogram) -> latencies
                            .computeIfAbsent(kind, any -> FrozenHistogram.empty())
                            .add(histogram));
            each.negative().forEach((kind, count) -> negative.merge(kind, count, Long::sum));
            each.seconds().forEach(figures -> seconds.merge(figures.second(), figures, MeasuredSum::plus));
        }
        return new Measured(
                stretch(all.stream().map(Measured::stretch).toList()),
                latencies,
                all.stream().map(Measured::counts).reduce(MeasuredSum::counts).orElseThrow(),
                List.copyOf(seconds.values()),
                negative,
                all.stream().mapToLong(Measured::misplaced).sum());
    }

    private static Stretch stretch(List<Stretch> all) {
        return new Stretch(
                all.get(0).startAtNs(),
                all.stream().mapToLong(Stretch::measuredFromAtNs).max().orElseThrow(),
                all.stream().mapToLong(Stretch::endAtNs).max().orElseThrow());
    }

    private static SecondFigures plus(SecondFigures one, SecondFigures other) {
        Map<LatencyKind, FrozenHistogram> latencies = new EnumMap<>(LatencyKind.class);
        latencies.putAll(one.latencies());
        other.latencies().forEach((kind, frozen) -> latencies.merge(kind, frozen, (a, b) -> a.plus(b.thawed())));
        return new SecondFigures(one.second(), counts(one.counts(), other.counts()), latencies);
    }

    private static Map<EventCount, Long> counts(Map<EventCount, Long> one, Map<EventCount, Long> other) {
        Map<EventCount, Long> sum = new EnumMap<>(EventCount.class);
        one.forEach((what, count) -> {
            if (other.containsKey(what)) {
                sum.put(what, count + other.get(what));
            }
        });
        return sum;
    }
}
