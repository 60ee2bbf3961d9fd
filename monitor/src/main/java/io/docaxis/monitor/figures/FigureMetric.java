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
            "Transport lag: records behind an open transaction, which read-committed consumers cannot read yet.",
            "group",
            "topic",
            "partition"),
    LAG_OLDEST_UNREAD(
            "docaxis_lag_oldest_unread_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "Timestamp of the record at the committed offset, or of the first after it; also absent if everything was read.",
            "group",
            "topic",
            "partition"),
    LAG_SECONDS(
            "docaxis_lag_seconds",
            Type.GAUGE,
            "seconds",
            "Transport lag: age of that timestamp at the scrape; 0 if everything was read.",
            "group",
            "topic",
            "partition"),
    LAG_UNKNOWN(
            "docaxis_lag_unknown_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions whose transport lag is unknown in any part.",
            "group",
            "topic"),
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
            "tier"),
    FIGURES_TIMESTAMP(
            "docaxis_figures_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "Time of the last successful update of the figures, even if they are stale by now; absent before the first.",
            "figures"),
    FIGURES_FAILURES(
            "docaxis_figures_failures_total",
            Type.COUNTER,
            "failures",
            "Failed updates of the figures in this process, for any reason; the figures are absent until one succeeds.",
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
