package io.docaxis.simulator.service;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.monitor.endpoint.Series;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Offers as metrics how the stream engine of this process is doing, asked for at each scrape. */
record EngineMetrics(Readiness readiness, Engine engine, StreamCounters counters) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        series.add(EngineMetric.READY, readiness.isReady() ? 1 : 0);
        series.add(EngineMetric.ENGINE_UP, engine.state().isRunningOrRebalancing() ? 1 : 0);
        series.add(EngineMetric.RECORDS_READ, counters.recordsRead());
        series.add(EngineMetric.ENTRIES_RESTORED, counters.entriesRestored());
        return series.snapshots();
    }
}
