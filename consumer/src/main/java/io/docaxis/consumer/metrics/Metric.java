package io.docaxis.consumer.metrics;

import java.util.List;

/**
 * Every metric of the consumer, by the name under which Prometheus sees it. {@code docs/metrics.md} lists the same, held
 * equal by a test. What is unknown is NaN.
 */
enum Metric {
    LAG_RECORDS(
            "docaxis_lag_records",
            Type.GAUGE,
            "records",
            "Transport lag: records of the events topic that the group has not committed.",
            "group",
            "topic",
            "partition"),
    LAG_SECONDS(
            "docaxis_lag_seconds",
            Type.GAUGE,
            "seconds",
            "Transport lag: how long ago the first uncommitted record was written; 0 where there is none.",
            "group",
            "topic",
            "partition"),
    WATERMARK(
            "docaxis_watermark_timestamp_seconds",
            Type.GAUGE,
            "simulated seconds since 1970-01-01T00:00:00Z",
            "How far simulated time has come in a partition; unknown until every source was seen.",
            "partition"),
    WATERMARK_LAG(
            "docaxis_watermark_lag_seconds",
            Type.GAUGE,
            "simulated seconds",
            "Event lag: watermark of the partition behind the newest simulated time seen of any source in any partition.",
            "partition"),
    RECORDS(
            "docaxis_records_total",
            Type.COUNTER,
            "records",
            "Records read from the log, by what became of them: each has exactly one result.",
            "result"),
    DEAD_LETTERS(
            "docaxis_dead_letters_total",
            Type.COUNTER,
            "records",
            "Records that could not be read or go to nobody; also under `docaxis_records_total`.",
            "reason"),
    OBSERVATIONS(
            "docaxis_observations",
            Type.GAUGE,
            "observations",
            "Counted beside the records; may fall where a late fact changes a conclusion.",
            "observation"),
    DOCUMENTS("docaxis_documents_total", Type.COUNTER, "documents", "Documents sent."),
    DISPATCHES("docaxis_dispatches_total", Type.COUNTER, "dispatches", "Documents received: one for each receiver."),
    DISPATCHES_OPEN(
            "docaxis_dispatches_open",
            Type.GAUGE,
            "dispatches",
            "Dispatches with an obligation that is open or overdue."),
    OBLIGATIONS(
            "docaxis_obligations",
            Type.GAUGE,
            "obligations",
            "Obligations by kind, outcome so far and tier of the debtor; overdue and late are the response lag.",
            "obligation",
            "outcome",
            "tier"),
    ENGINE_UP(
            "docaxis_engine_up",
            Type.GAUGE,
            "1 or 0",
            "Whether this process' stream engine runs or is being given partitions."),
    RECORDS_READ(
            "docaxis_records_read_total",
            Type.COUNTER,
            "records",
            "Records this process has applied since it started, committed or not: above what the log holds, summed over all"
                    + " processes there ever were, it is what they had to read again."),
    ENTRIES_RESTORED(
            "docaxis_entries_restored_total",
            Type.COUNTER,
            "state entries",
            "State this process has read back from the changelog since it started.");

    /** How Prometheus is to read it. */
    enum Type {
        GAUGE,
        COUNTER
    }

    private final String prometheusName;
    private final Type type;
    private final String unit;
    private final String meaning;
    private final List<String> tags;

    Metric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        this.prometheusName = prometheusName;
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.tags = List.of(tags);
    }

    String prometheusName() {
        return prometheusName;
    }

    Type type() {
        return type;
    }

    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }

    List<String> tags() {
        return tags;
    }
}
