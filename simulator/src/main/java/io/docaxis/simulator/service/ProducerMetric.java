package io.docaxis.simulator.service;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.List;

/** Every metric of the producing side; all are about the sources of this process. */
enum ProducerMetric implements MetricDescription {
    SENT(
            "docaxis_producer_events_sent_total",
            Type.COUNTER,
            "events",
            "Documents and statuses, damaged ones included, that this process has handed to Kafka's client."),
    ACKNOWLEDGED(
            "docaxis_producer_events_acknowledged_total",
            Type.COUNTER,
            "events",
            "Of these, those that the broker acknowledged."),
    FAILED(
            "docaxis_producer_events_failed_total",
            Type.COUNTER,
            "events",
            "Of these, those that failed for good: the source sends nothing more."),
    UNANSWERED(
            "docaxis_producer_events_unanswered",
            Type.GAUGE,
            "events",
            "Of these, those without an answer yet: sent less acknowledged and failed."),
    FOUND(
            "docaxis_producer_events_found_total",
            Type.COUNTER,
            "events",
            "Events that an earlier start had sent, and that `--resume` skipped."),
    CLOCK(
            "docaxis_producer_clock_timestamp_seconds",
            Type.GAUGE,
            "simulated seconds since 1970-01-01T00:00:00Z",
            "How far the source's clock has come."),
    BEHIND_SCHEDULE(
            "docaxis_producer_behind_schedule_seconds",
            Type.GAUGE,
            "seconds",
            "How long the first event that the broker does not have yet has been due; absent at full speed and once the source has ended.");

    private final Facts facts;

    ProducerMetric(String prometheusName, Type type, String unit, String meaning) {
        facts = new Facts(prometheusName, type, unit, meaning, List.of("source"));
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
