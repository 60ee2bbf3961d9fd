package io.docaxis.monitor.endpoint;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Optional;

/** Offers as metrics whether the sides of this process are on their fast paths, asked for at each scrape. */
final class FastPathMetrics implements MultiCollector {

    private final List<FastPath> paths;

    /** @param paths of the sides that this process has */
    FastPathMetrics(List<FastPath> paths) {
        this.paths = List.copyOf(paths);
    }

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        for (FastPath path : paths) {
            Optional<Boolean> used = path.isKnownToBeUsed();
            used.ifPresent(is ->
                    series.add(FastPathMetric.USED, is ? 1 : 0, path.side().label()));
        }
        return series.snapshots();
    }
}
