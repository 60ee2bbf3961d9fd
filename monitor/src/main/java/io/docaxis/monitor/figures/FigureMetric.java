package io.docaxis.monitor.figures;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.List;

/** Every figure that is learnt from the cluster, by the name under which Prometheus sees it. What is unknown has no series. */
enum FigureMetric implements MetricDescription {
    LAG_READABLE(
            "docaxis_lag_readable_records",
            Type.GAUGE,
            "records",
            "Transport lag: records of the events topic that can be read and that the group has not committed.",
            "group",
            "topic",
            "partition"),
    LAG_LOST(
            "docaxis_lag_lost_records",
            Type.GAUGE,
            "records",
            "Transport lag: records that were deleted before the group had committed them.",
            "group",
            "topic",
            "partition"),
    LAG_UNSTABLE(
            "docaxis_lag_unstable_records",
            Type.GAUGE,
            "records",
            "Transport lag: records behind a transaction that is open, which nobody who wants committed ones can read yet.",
            "group",
            "topic",
            "partition"),
    LAG_OLDEST_UNREAD(
            "docaxis_lag_oldest_unread_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "When the record at the committed offset was written, or the first after it; absent also where everything was read.",
            "group",
            "topic",
            "partition"),
    LAG_SECONDS(
            "docaxis_lag_seconds",
            Type.GAUGE,
            "seconds",
            "Transport lag: how long ago that was, at the moment of the scrape; 0 where everything was read.",
            "group",
            "topic",
            "partition"),
    LAG_UNKNOWN(
            "docaxis_lag_unknown_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions of which any part of the transport lag is not known.",
            "group",
            "topic"),
    WATERMARK(
            "docaxis_watermark_timestamp_seconds",
            Type.GAUGE,
            "simulated seconds since 1970-01-01T00:00:00Z",
            "How far simulated time has come in a partition; unknown until every source was seen.",
            "partition"),
    WATERMARK_UNKNOWN(
            "docaxis_watermark_unknown_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions of which it is not known how far simulated time has come."),
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
            "Records that could not be read or go to nobody; `stray`: unreadable, and sent by no source of the run; also under"
                    + " `docaxis_records_total`.",
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
    FIGURES_TIMESTAMP(
            "docaxis_figures_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "As of when the figures are that were learnt last, known still or not; absent before the first.",
            "figures"),
    FIGURES_FAILURES(
            "docaxis_figures_failures_total",
            Type.COUNTER,
            "failures",
            "How often this process could not learn figures, for whatever reason; they are absent until it can again.",
            "figures");

    private final Facts facts;

    FigureMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        facts = new Facts(prometheusName, type, unit, meaning, List.of(tags));
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
