package io.docaxis.simulator.service;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.producer.publish.PublishProgress;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.OptionalDouble;

/** Offers how the sources of this process are doing as metrics, asked for at each scrape. */
public final class ProducerMetrics implements MultiCollector {

    private final SourceStatuses statuses;

    public ProducerMetrics(SourceStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        for (SourceStatus source : statuses.now()) {
            if (source.begun()) {
                add(series, source.name(), source.progress());
            }
        }
        return series.snapshots();
    }

    private static void add(Series series, String name, PublishProgress progress) {
        long sent = progress.scheduled() - progress.found();
        series.add(ProducerMetric.SENT, sent, name);
        series.add(ProducerMetric.ACKNOWLEDGED, progress.sent(), name);
        series.add(ProducerMetric.FAILED, progress.failed(), name);
        series.add(ProducerMetric.UNANSWERED, Math.max(0, progress.unknown()), name);
        series.add(ProducerMetric.FOUND, progress.found(), name);
        series.add(ProducerMetric.CLOCK, progress.simulatedAt(), name);
        series.add(
                ProducerMetric.BEHIND_SCHEDULE,
                progress.behindMs().isPresent()
                        ? OptionalDouble.of(progress.behindMs().getAsLong() / 1000.0)
                        : OptionalDouble.empty(),
                name);
    }
}
