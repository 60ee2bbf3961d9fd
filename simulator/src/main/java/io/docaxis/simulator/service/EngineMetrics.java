package io.docaxis.simulator.service;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.endpoint.Series;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Offers as metrics how the stream engine of this process is doing, asked for at each scrape. */
record EngineMetrics(Engine engine, StreamCounters counters, ClusterContact contact) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        series.add(EngineMetric.READY, isReady() ? 1 : 0);
        series.add(EngineMetric.ENGINE_UP, engine.state().isRunningOrRebalancing() ? 1 : 0);
        series.add(EngineMetric.RECORDS_READ, counters.recordsRead());
        series.add(EngineMetric.ENTRIES_RESTORED, counters.entriesRestored());
        return series.snapshots();
    }

    /** Whether the engine works, the cluster answers and the topic is there: what readiness asks for, too. */
    private boolean isReady() {
        ClusterContact.Status status = contact.status();
        return engine.problem().isEmpty()
                && !status.isLost()
                && status.missing().isEmpty();
    }
}
