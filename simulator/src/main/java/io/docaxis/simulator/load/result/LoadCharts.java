package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.SecondFigures;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.report.Axis;
import io.docaxis.simulator.report.Chart;
import io.docaxis.simulator.report.Chart.Look;
import io.docaxis.simulator.report.Chart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** A load as pictures. Seconds are shown at their middle. */
final class LoadCharts {

    private static final Look[] LOOKS = {Look.SOLID, Look.DASHED, Look.DOTTED};
    private static final int STEPS_A_NINE = 40;

    private final LoadResult result;
    private final Measured measured;
    private final Axis time;

    LoadCharts(LoadResult result) {
        this.result = result;
        measured = result.measured();
        time = Axis.seconds(
                Math.max(measured.seconds().size(), measured.stretch().seconds()));
    }

    Chart rates() {
        double most = measured.seconds().stream()
                .flatMap(second -> second.counts().values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Chart chart = phases(new Chart("Intended and achieved", time, Axis.counted("events in each second", most)));
        chart.line("intended", Look.WANTED, counts(EventCount.DUE));
        chart.line("sent", Look.SOLID, counts(EventCount.SENT));
        chart.line("acknowledged", Look.DASHED, counts(EventCount.ACKNOWLEDGED));
        return chart.line("applied", Look.DOTTED, counts(EventCount.APPLIED));
    }

    private List<Point> counts(EventCount what) {
        return measured.seconds().stream()
                .map(second -> {
                    Long count = second.counts().get(what);
                    return new Point(second.second() + 0.5, count == null ? Double.NaN : count);
                })
                .toList();
    }

    /** Percentiles over time, by the second in which events were intended; empty where there are none of this kind. */
    Optional<Chart> overTime(LatencyKind kind, String title) {
        List<Histogram> known = measured.seconds().stream()
                .map(second -> second.latencies().get(kind))
                .filter(frozen -> frozen != null)
                .map(FrozenHistogram::thawed)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double least = known.stream()
                .mapToLong(histogram -> histogram.getValueAtPercentile(50))
                .min()
                .orElse(1);
        double most = known.stream().mapToLong(Histogram::getMaxValue).max().orElse(1);
        Chart chart =
                phases(new Chart(title, time, Axis.durations("of what was intended in each second", least, most)));
        chart.line("p50", Look.SOLID, seconds(kind, histogram -> histogram.getValueAtPercentile(50)));
        chart.line("p99", Look.DASHED, seconds(kind, histogram -> histogram.getValueAtPercentile(99)));
        return Optional.of(chart.line("max", Look.DOTTED, seconds(kind, Histogram::getMaxValue)));
    }

    private List<Point> seconds(LatencyKind kind, ToDoubleFunction<Histogram> figure) {
        List<Point> points = new ArrayList<>();
        for (SecondFigures second : measured.seconds()) {
            FrozenHistogram frozen = second.latencies().get(kind);
            points.add(new Point(
                    second.second() + 0.5, frozen == null ? Double.NaN : figure.applyAsDouble(frozen.thawed())));
        }
        return points;
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
        List<Point> points = new ArrayList<>();
        int next = samples.get(0).second();
        for (LagSample sample : samples) {
            for (; next < sample.second(); next++) {
                points.add(new Point(next + 1, Double.NaN));
            }
            points.add(new Point(
                    sample.second() + 1,
                    sample.records().isPresent() ? sample.records().getAsLong() : Double.NaN));
            next = sample.second() + 1;
        }
        Chart chart = phases(new Chart("Lag", time, Axis.counted("records not consumed", most(points))));
        return Optional.of(chart.line("lag", Look.SOLID, points));
    }

    /** Of the first parts as many as there are ways to draw a line; empty where nobody looked. */
    Optional<Chart> processors() {
        List<String> roles = result.usage().samples().stream()
                .map(UsageSample::role)
                .distinct()
                .limit(LOOKS.length)
                .toList();
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        List<List<Point>> lines = roles.stream().map(this::processors).toList();
        double most = lines.stream().mapToDouble(LoadCharts::most).max().orElse(1);
        Chart chart = phases(new Chart("Processors by part", time, Axis.measured("processors busy", most)));
        for (int i = 0; i < roles.size(); i++) {
            chart.line(roles.get(i), LOOKS[i], lines.get(i));
        }
        return Optional.of(chart);
    }

    private List<Point> processors(String role) {
        List<Point> points = new ArrayList<>();
        int next = 0;
        for (UsageSample sample : result.usage().samples()) {
            if (!sample.role().equals(role)) {
                continue;
            }
            for (; next < sample.second(); next++) {
                points.add(new Point(next + 0.5, Double.NaN));
            }
            points.add(new Point(sample.second() + 0.5, sample.processors().orElse(Double.NaN)));
            next = sample.second() + 1;
        }
        return points;
    }

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
