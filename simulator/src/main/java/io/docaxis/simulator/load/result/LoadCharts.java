package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.report.Axis;
import io.docaxis.simulator.report.Chart;
import io.docaxis.simulator.report.Chart.Look;
import io.docaxis.simulator.report.Chart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** A load as pictures. Seconds are shown at their middle. */
final class LoadCharts {

    private static final Look[] LOOKS = {Look.SOLID, Look.DASHED, Look.DOTTED};
    private static final int STEPS_A_NINE = 40;

    private final LoadResult result;
    private final Measured measured;
    private final Slices slices;
    private final Axis time;

    LoadCharts(LoadResult result) {
        this.result = result;
        measured = result.measured();
        slices = new Slices(measured);
        time = Axis.seconds(
                Math.max(measured.seconds().size(), measured.stretch().seconds()));
    }

    Chart rates() {
        List<List<Point>> counts = List.of(
                slices.counts(EventCount.DUE),
                slices.counts(EventCount.SENT),
                slices.counts(EventCount.ACKNOWLEDGED),
                slices.counts(EventCount.APPLIED));
        double most = counts.stream().mapToDouble(LoadCharts::most).max().orElse(0);
        return phases(new Chart("Intended and achieved", time, Axis.counted("events in each second" + width(), most)))
                .line("intended", Look.WANTED, counts.get(0))
                .line("sent", Look.SOLID, counts.get(1))
                .line("acknowledged", Look.DASHED, counts.get(2))
                .line("applied", Look.DOTTED, counts.get(3));
    }

    /** Percentiles over time, by the second in which events were intended; empty where there are none of this kind. */
    Optional<Chart> overTime(LatencyKind kind, String title) {
        List<Histogram> latencies = slices.latencies(kind);
        List<Histogram> known = latencies.stream().filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double least = known.stream()
                .mapToLong(histogram -> histogram.getValueAtPercentile(50))
                .min()
                .orElseThrow();
        double most = known.stream().mapToLong(Histogram::getMaxValue).max().orElseThrow();
        Axis up = Axis.durations("of what was intended in each second" + width(), least, most);
        return Optional.of(phases(new Chart(title, time, up))
                .line("p50", Look.SOLID, slices.points(latencies, histogram -> histogram.getValueAtPercentile(50)))
                .line("p99", Look.DASHED, slices.points(latencies, histogram -> histogram.getValueAtPercentile(99)))
                .line("max", Look.DOTTED, slices.points(latencies, Histogram::getMaxValue)));
    }

    private String width() {
        return slices.width() == 1 ? "" : "; a point is " + slices.width() + " s";
    }

    /** How the latency grows with the percentile; empty where nothing was measured. */
    Optional<Chart> spectrum() {
        List<LatencyKind> kinds = List.of(LatencyKind.E2E, LatencyKind.PUBLISH, LatencyKind.PUBLISH_FROM_SEND);
        List<Histogram> known =
                kinds.stream().map(measured::latency).flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        long events = known.stream().mapToLong(Histogram::getTotalCount).max().orElseThrow();
        double least = known.stream().mapToLong(Histogram::getMinValue).min().orElseThrow();
        double most = known.stream().mapToLong(Histogram::getMaxValue).max().orElseThrow();
        Chart chart = new Chart(
                "Latency by percentile, measured part",
                Axis.percentiles(events),
                Axis.durations("at most so much for this share of the events", least, most));
        String[] names = {"e2e", "publish", "publish, ignoring the schedule"};
        for (int i = 0; i < kinds.size(); i++) {
            List<Point> points =
                    measured.latency(kinds.get(i)).map(LoadCharts::spectrum).orElse(List.of());
            chart.line(names[i], LOOKS[i], points);
        }
        return Optional.of(chart);
    }

    private static List<Point> spectrum(Histogram histogram) {
        List<Point> points = new ArrayList<>();
        double last = Math.log10(Math.max(2, histogram.getTotalCount()));
        for (int step = 0; step <= last * STEPS_A_NINE; step++) {
            double share = 1 - Math.pow(10, -step / (double) STEPS_A_NINE);
            points.add(new Point(share, histogram.getValueAtPercentile(100 * share)));
        }
        return points;
    }

    /** Empty where nobody looked. */
    Optional<Chart> lag() {
        List<LagSample> samples = result.group().map(LoadGroup::samples).orElse(List.of());
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        List<Point> points = slices.samples(
                samples,
                LagSample::second,
                sample -> sample.records().isPresent() ? sample.records().getAsLong() : Double.NaN);
        return Optional.of(phases(new Chart("Lag", time, Axis.counted("records not consumed" + width(), most(points))))
                .line("lag", Look.SOLID, points));
    }

    /** Of all parts, who takes most first; in each chart as many as there are ways to draw a line. */
    List<Chart> processors() {
        List<Part> parts = result.usage().samples().stream()
                .collect(Collectors.groupingBy(UsageSample::role, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(part -> new Part(
                        part.getKey(),
                        slices.samples(
                                part.getValue(),
                                UsageSample::second,
                                sample -> sample.processors().orElse(Double.NaN))))
                .sorted(Comparator.comparingDouble(Part::sum).reversed())
                .toList();
        double most =
                parts.stream().mapToDouble(part -> most(part.points())).max().orElse(1);
        List<Chart> charts = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += LOOKS.length) {
            String name = from == 0 ? "Processors by part" : "Processors by part: those that take less";
            Chart chart = phases(new Chart(name, time, Axis.measured("processors busy" + width(), most)));
            for (int i = from; i < Math.min(from + LOOKS.length, parts.size()); i++) {
                chart.line(parts.get(i).role(), LOOKS[i - from], parts.get(i).points());
            }
            charts.add(chart);
        }
        return charts;
    }

    private record Part(String role, List<Point> points) {

        double sum() {
            return points.stream()
                    .mapToDouble(Point::up)
                    .filter(Double::isFinite)
                    .sum();
        }
    }

    /** 1 where nothing is known. */
    private static double most(List<Point> points) {
        return points.stream()
                .mapToDouble(Point::up)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private Chart phases(Chart chart) {
        Stretch stretch = measured.stretch();
        return chart.band("warm-up", 0, stretch.warmUpSeconds()).band("after the end", stretch.seconds(), time.to());
    }
}
