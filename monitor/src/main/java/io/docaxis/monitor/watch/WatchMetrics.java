package io.docaxis.monitor.watch;

import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.group.LagMetrics;
import io.docaxis.monitor.lag.LagSnapshot;
import io.docaxis.monitor.lag.PolledLag;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.OptionalLong;

/** Offers as metrics what is known of a prefix and its group, made at the scrape; nobody is asked then. */
record WatchMetrics(ClusterName name, PolledLag lag, Figures figures, int partitions, Clock clock)
        implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        name.get().ifPresent(cluster -> add(series, cluster));
        return series.snapshots();
    }

    private void add(Series series, String cluster) {
        LagMetrics.add(series, cluster, lag.snapshot(), partitions, clock.wallTime());
        LatestAnswer<LagSnapshot> newest = lag.newest();
        newest.addTo(
                series,
                cluster,
                "groups",
                "",
                newest.last().map(LagSnapshot::takenAtMs).orElse(OptionalLong.empty()));
        figures.addTo(series, cluster);
    }
}
