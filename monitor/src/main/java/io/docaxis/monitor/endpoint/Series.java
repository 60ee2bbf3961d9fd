package io.docaxis.monitor.endpoint;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The series of one scrape. What is unknown has no series: a sum over series that are there is then a number. Not thread-safe. */
public final class Series {

    private static final String COUNTER_SUFFIX = "_total";

    private record Point(double value, Labels labels) {}

    private final Map<MetricDescription, List<Point>> points = new LinkedHashMap<>();

    /** Adds a value under the values of the metric's tags. What is not a number is unknown. */
    public void add(MetricDescription metric, double value, String... tagValues) {
        if (Double.isFinite(value)) {
            points.computeIfAbsent(metric, first -> new ArrayList<>())
                    .add(new Point(value, Labels.of(metric.tags(), List.of(tagValues))));
        }
    }

    /** Adds a value where it is known. */
    public void add(MetricDescription metric, OptionalLong value, String... tagValues) {
        value.ifPresent(known -> add(metric, known, tagValues));
    }

    /** Adds a value where it is known. */
    public void add(MetricDescription metric, OptionalDouble value, String... tagValues) {
        value.ifPresent(known -> add(metric, known, tagValues));
    }

    /** All that was added, as Prometheus' client takes it. */
    public MetricSnapshots snapshots() {
        MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
        points.forEach((metric, values) -> snapshots.metricSnapshot(snapshot(metric, values)));
        return snapshots.build();
    }

    private static MetricSnapshot snapshot(MetricDescription metric, List<Point> values) {
        return switch (metric.type()) {
            case GAUGE -> gauge(metric, values);
            case COUNTER -> counter(metric, values);
        };
    }

    private static MetricSnapshot gauge(MetricDescription metric, List<Point> values) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(metric.prometheusName()).help(metric.meaning());
        values.forEach(point -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(point.value)
                .labels(point.labels)
                .build()));
        return gauge.build();
    }

    private static MetricSnapshot counter(MetricDescription metric, List<Point> values) {
        String name = metric.prometheusName();
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name(name.substring(0, name.length() - COUNTER_SUFFIX.length()))
                .help(metric.meaning());
        values.forEach(point -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .value(point.value)
                .labels(point.labels)
                .build()));
        return counter.build();
    }
}
