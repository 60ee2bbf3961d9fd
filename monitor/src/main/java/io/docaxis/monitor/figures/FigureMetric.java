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
            "Event lag: watermark of the partition behind the newest simulated time, seen of any source in any partition or, in a live"
                    + " run, by the wall clock, up to the run's end.",
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
    RUN_INFO("docaxis_run_info", Type.GAUGE, "1", "The run that the figures are about.", "run", "scenario", "seed"),
    SOURCE_EMITTED(
            "docaxis_source_emitted_timestamp_seconds",
            Type.GAUGE,
            "simulated seconds since 1970-01-01T00:00:00Z",
            "Newest simulated time that any partition has seen of a source; absent once it has ended.",
            "source"),
    SOURCE_SILENT(
            "docaxis_source_silent",
            Type.GAUGE,
            "1 or 0",
            "Whether a source stands while others move on, for longer than a minute and three times its own median gap.",
            "source"),
    WATERMARK_HOLDER(
            "docaxis_watermark_holder",
            Type.GAUGE,
            "1",
            "This source holds the watermark of this partition back; absent where none does.",
            "source",
            "partition"),
    BOOKS_BALANCE(
            "docaxis_books_balance",
            Type.GAUGE,
            "1 or 0",
            "Whether records read are counted under exactly one name each, or wait for their document."),
    AGENCY_OBLIGATIONS(
            "docaxis_agency_obligations",
            Type.GAUGE,
            "obligations",
            "Obligations of a level-1 agency and all below it, by kind and outcome so far.",
            "agency",
            "obligation",
            "outcome"),
    AGENCY_OVERDUE(
            "docaxis_agency_overdue",
            Type.GAUGE,
            "obligations",
            "Response lag: overdue obligations of a level-1 agency and all below it, by how surely they are: provisional, confirmed,"
                    + " final.",
            "agency",
            "obligation",
            "known"),
    AGENCY_CLOCK_DOUBTFUL(
            "docaxis_agency_clock_doubtful",
            Type.GAUGE,
            "obligations",
            "Those among them whose deadline stands on a doubtful clock.",
            "agency"),
    AGENCY_DUE_SOON(
            "docaxis_agency_due_soon",
            Type.GAUGE,
            "obligations",
            "Open obligations of a level-1 agency and all below it that are due within the next eight working hours, to the hour.",
            "agency",
            "obligation"),
    AGENCY_SILENT(
            "docaxis_agency_silent",
            Type.GAUGE,
            "1 or 0",
            "Whether a level-1 agency, with all below it, has fallen silent as a receiver; absent while too little is known of it.",
            "agency"),
    ON_TIME_RATIO(
            "docaxis_on_time_ratio",
            Type.GAUGE,
            "share",
            "Share of duties fulfilled on time; `all`: with those that are overdue for sure, `answered`: of the fulfilled alone.",
            "obligation",
            "counted"),
    DUTIES(
            "docaxis_duties_total",
            Type.COUNTER,
            "duties",
            "Duties, each counted once: when it is fulfilled, or overdue for sure.",
            "obligation",
            "result"),
    DUTY_REVISIONS(
            "docaxis_duty_revisions_total",
            Type.COUNTER,
            "revisions",
            "How often the conclusion of a duty that was counted changed afterwards.");

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
