package io.docaxis.monitor.watch;

import io.docaxis.monitor.endpoint.Series;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Offers as metrics what is known of a cluster, made at the scrape. */
record WatchMetrics(Watch watch) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        watch.addTo(series);
        return series.snapshots();
    }
}
