package io.docaxis.monitor.figures;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.monitor.endpoint.Series;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Adds the figures of a prefix to the series of one scrape. What is unknown has no series, which a gauge of Micrometer's, once
 * there, cannot say; the number of series is bounded by the partitions and the enums.
 */
final class FigureMetrics {

    private static final String DEAD_LETTER = "dead_letter_";

    private final Series series;
    private final String cluster;
    private final String prefix;

    FigureMetrics(Series series, String cluster, String prefix) {
        this.series = series;
        this.cluster = cluster;
        this.prefix = prefix;
    }

    /** @param partitions that the events topic has at least */
    void add(TallySnapshot tally, int partitions) {
        add(FigureMetric.WATERMARK_UNKNOWN, tally.unknownWatermarks(partitions));
        if (!tally.isKnown()) {
            return;
        }
        for (int partition : tally.partitions()) {
            String number = String.valueOf(partition);
            add(FigureMetric.WATERMARK, tally.watermark(partition), number);
            add(FigureMetric.WATERMARK_LAG, tally.watermarkLagS(partition), number);
            add(FigureMetric.ANNOUNCED_UNTIL, tally.announcedUntil(partition), number);
        }
        addCounters(tally);
        add(FigureMetric.DOCUMENTS, tally.documents());
        add(FigureMetric.DISPATCHES, tally.dispatches());
        add(FigureMetric.DISPATCHES_OPEN, tally.openDispatches());
        addObligations(tally);
    }

    private void addCounters(TallySnapshot tally) {
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                continue;
            }
            String label = counter.label();
            long count = tally.count(counter);
            add(
                    counter.kind() == Counter.Kind.OBSERVATION ? FigureMetric.OBSERVATIONS : FigureMetric.RECORDS,
                    count,
                    label);
            if (label.startsWith(DEAD_LETTER)) {
                add(FigureMetric.DEAD_LETTERS, count, label.substring(DEAD_LETTER.length()));
            }
        }
    }

    private void addObligations(TallySnapshot tally) {
        for (Obligation obligation : Obligation.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (Tier tier : Tier.values()) {
                    if (outcome != Outcome.NONE) {
                        add(
                                FigureMetric.OBLIGATIONS,
                                tally.obligations(obligation, outcome, tier),
                                label(obligation),
                                label(outcome),
                                label(tier));
                    }
                }
            }
        }
    }

    private void add(FigureMetric metric, OptionalLong value, String... more) {
        value.ifPresent(known -> add(metric, known, more));
    }

    private void add(FigureMetric metric, long value, String... more) {
        String[] tags = new String[more.length + 2];
        tags[0] = cluster;
        tags[1] = prefix;
        System.arraycopy(more, 0, tags, 2, more.length);
        series.add(metric, value, tags);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
