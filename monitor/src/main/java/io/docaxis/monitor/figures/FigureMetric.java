package io.docaxis.monitor.figures;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.ArrayList;
import java.util.List;

/** Every figure of a prefix, by the name under which Prometheus sees it. What is unknown has no series. */
enum FigureMetric implements MetricDescription {
    WATERMARK(
            "docaxis_watermark_timestamp_seconds",
            Type.GAUGE,
            "simulated seconds since 1970-01-01T00:00:00Z",
            "How far simulated time has come in a partition; unknown until every source was seen.",
            "partition"),
    WATERMARK_UNKNOWN(
            "docaxis_watermark_unknown_partitions", Type.GAUGE, "partitions", "Partitions whose watermark is unknown."),
    WATERMARK_LAG(
            "docaxis_watermark_lag_seconds",
            Type.GAUGE,
            "simulated seconds",
            "Event lag: watermark of the partition behind the newest simulated time seen of any source in any partition.",
            "partition"),
    ANNOUNCED_UNTIL(
            "docaxis_announced_until_timestamp_seconds",
            Type.GAUGE,
            "simulated seconds since 1970-01-01T00:00:00Z",
            "Deadlines before it are announced as passed in a partition: the watermark, or beyond it in a live run; unknown as the"
                    + " watermark is.",
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
            "Records that could not be read or go to nobody; `stray`: unreadable, and sent by no source of the run; also under"
                    + " `docaxis_records_total`.",
            "reason"),
    OBSERVATIONS(
            "docaxis_observations",
            Type.GAUGE,
            "observations",
            "Counted beside the records; may fall if a late fact changes a conclusion.",
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
            "tier");

    private final Facts facts;

    FigureMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        List<String> all = new ArrayList<>(List.of("cluster", "prefix"));
        all.addAll(List.of(tags));
        facts = new Facts(prometheusName, type, unit, meaning, all);
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
