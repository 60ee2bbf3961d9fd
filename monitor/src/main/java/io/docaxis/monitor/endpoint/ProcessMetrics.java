package io.docaxis.monitor.endpoint;

import io.docaxis.common.kafka.ClientVersion;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Optional;

/** Offers as metrics which versions this process has, and whether its sides are on their fast paths, asked for at each scrape. */
final class ProcessMetrics implements MultiCollector {

    private final List<FastPath> paths;
    /** Null: not from a jar. */
    private final String version = ProcessMetrics.class.getPackage().getImplementationVersion();

    /** @param paths of the sides that this process has */
    ProcessMetrics(List<FastPath> paths) {
        this.paths = List.copyOf(paths);
    }

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        series.add(ProcessMetric.BUILD, 1, version == null ? "development" : version, ClientVersion.here());
        for (FastPath path : paths) {
            Optional<Boolean> used = path.isKnownToBeUsed();
            used.ifPresent(is ->
                    series.add(ProcessMetric.FAST_PATH, is ? 1 : 0, path.side().label()));
        }
        return series.snapshots();
    }
}
