package io.docaxis.simulator.service;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.List;

/** Every metric of the stream engine of this process. */
enum EngineMetric implements MetricDescription {
    READY(
            "docaxis_ready",
            Type.GAUGE,
            "1 or 0",
            "Whether this process is ready, as `/actuator/health/readiness` says."),
    ENGINE_UP(
            "docaxis_engine_up",
            Type.GAUGE,
            "1 or 0",
            "Whether this process' stream engine runs or is being given partitions."),
    RECORDS_READ(
            "docaxis_records_read_total",
            Type.COUNTER,
            "records",
            "Records this process has applied since it started, committed or not. What the sum over all processes exceeds the"
                    + " records of the log by was read again."),
    ENTRIES_RESTORED(
            "docaxis_entries_restored_total",
            Type.COUNTER,
            "state entries",
            "State this process has read back from the changelog since it started.");

    private final Facts facts;

    EngineMetric(String prometheusName, Type type, String unit, String meaning) {
        facts = new Facts(prometheusName, type, unit, meaning, List.of());
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
