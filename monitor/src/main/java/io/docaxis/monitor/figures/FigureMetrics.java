package io.docaxis.monitor.figures;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.proto.PartHeader;

/**
 * Adds the figures of a prefix to the series of one scrape. What is unknown has no series, which a gauge of Micrometer's, once
 * there, cannot say; the number of series is bounded by the partitions and the enums.
 */
final class FigureMetrics {

    private static final String DEAD_LETTER = "dead_letter_";

    private final FigureSeries series;

    FigureMetrics(FigureSeries series) {
        this.series = series;
    }

    /** @param partitions that the events topic has at least */
    void add(TallySnapshot tally, int partitions) {
        series.add(FigureMetric.WATERMARK_UNKNOWN, tally.unknownWatermarks(partitions));
        if (!tally.isKnown()) {
            return;
        }
        for (int partition : tally.partitions()) {
            String number = String.valueOf(partition);
            series.add(FigureMetric.WATERMARK, tally.watermark(partition), number);
            series.add(FigureMetric.WATERMARK_LAG, tally.event().lagS(partition), number);
            series.add(FigureMetric.ANNOUNCED_UNTIL, tally.announcedUntil(partition), number);
        }
        addEvent(tally.event());
        tally.about().ifPresent(this::addRun);
        addCounters(tally);
        series.add(FigureMetric.DOCUMENTS, tally.documents());
        series.add(FigureMetric.DISPATCHES, tally.dispatches());
        series.add(FigureMetric.DISPATCHES_OPEN, tally.openDispatches());
        addObligations(tally);
    }

    private void addEvent(EventLag event) {
        event.sources()
                .forEach((source, emittedAt) ->
                        series.add(FigureMetric.SOURCE_EMITTED, emittedAt, String.valueOf(source)));
        for (int partition : event.headers().keySet()) {
            for (int source : event.holders(partition)) {
                series.add(FigureMetric.WATERMARK_HOLDER, 1, String.valueOf(source), String.valueOf(partition));
            }
        }
    }

    private void addRun(PartHeader header) {
        series.add(FigureMetric.RUN_INFO, 1, header.getRunId(), header.getScenario(), String.valueOf(header.getSeed()));
    }

    private void addCounters(TallySnapshot tally) {
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                continue;
            }
            String label = counter.label();
            long count = tally.count(counter);
            series.add(
                    counter.kind() == Counter.Kind.OBSERVATION ? FigureMetric.OBSERVATIONS : FigureMetric.RECORDS,
                    count,
                    label);
            if (label.startsWith(DEAD_LETTER)) {
                series.add(FigureMetric.DEAD_LETTERS, count, label.substring(DEAD_LETTER.length()));
            }
        }
    }

    private void addObligations(TallySnapshot tally) {
        for (Obligation obligation : Obligation.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (Tier tier : Tier.values()) {
                    if (outcome != Outcome.NONE) {
                        series.add(
                                FigureMetric.OBLIGATIONS,
                                tally.obligations(obligation, outcome, tier),
                                FigureSeries.label(obligation),
                                FigureSeries.label(outcome),
                                FigureSeries.label(tier));
                    }
                }
            }
        }
    }
}
