package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.SecondFigures;
import io.docaxis.simulator.report.Chart.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** The seconds of a load for a chart: of a long one several seconds are one point, so that no chart has more than some hundred. */
final class Slices {

    private static final int MOST = 600;

    private final List<SecondFigures> all;
    private final int width;

    Slices(Measured measured) {
        all = measured.seconds();
        width = Math.max(1, (all.size() + MOST - 1) / MOST);
    }

    /** Seconds that are one point. */
    int width() {
        return width;
    }

    /** Events a second; a gap where nobody counted. */
    List<Point> counts(EventCount what) {
        return starts().mapToObj(start -> new Point(
                        middle(start),
                        slice(start).stream()
                                .map(second -> second.counts().get(what))
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .average()
                                .orElse(Double.NaN)))
                .toList();
    }

    /** Latencies of each point; null where there are none. */
    List<Histogram> latencies(LatencyKind kind) {
        List<Histogram> found = new ArrayList<>();
        starts().forEach(start -> {
            List<Histogram> known = slice(start).stream()
                    .map(second -> second.latencies().get(kind))
                    .filter(Objects::nonNull)
                    .map(FrozenHistogram::thawed)
                    .toList();
            found.add(known.isEmpty() ? null : FrozenHistogram.sum(known));
        });
        return found;
    }

    /** A figure of what {@link #latencies} gave. */
    List<Point> points(List<Histogram> latencies, ToDoubleFunction<Histogram> figure) {
        return IntStream.range(0, latencies.size())
                .mapToObj(i -> new Point(
                        middle(i * width),
                        latencies.get(i) == null ? Double.NaN : figure.applyAsDouble(latencies.get(i))))
                .toList();
    }

    /**
     * Samples of single seconds: of each point the greatest.
     *
     * @param second of a sample
     * @param figure not a number where it is unknown
     */
    <T> List<Point> samples(List<T> samples, ToIntFunction<T> second, ToDoubleFunction<T> figure) {
        int last = samples.stream().mapToInt(second).max().orElse(-1);
        double[] most = new double[last / width + 1];
        Arrays.fill(most, Double.NaN);
        for (T sample : samples) {
            double value = figure.applyAsDouble(sample);
            int slice = second.applyAsInt(sample) / width;
            most[slice] = Double.isNaN(most[slice])
                    ? value
                    : Double.isNaN(value) ? most[slice] : Math.max(most[slice], value);
        }
        return IntStream.range(0, last < 0 ? 0 : most.length)
                .mapToObj(i -> new Point(middle(i * width), most[i]))
                .toList();
    }

    private IntStream starts() {
        return IntStream.iterate(0, start -> start < all.size(), start -> start + width);
    }

    private List<SecondFigures> slice(int start) {
        return all.subList(start, Math.min(start + width, all.size()));
    }

    private double middle(int start) {
        return start + width / 2.0;
    }
}
