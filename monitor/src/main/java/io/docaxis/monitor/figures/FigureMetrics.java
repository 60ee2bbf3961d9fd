package io.docaxis.monitor.figures;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.lag.LagSnapshot;
import io.docaxis.monitor.lag.PartitionLag;
import io.docaxis.monitor.lag.PartitionOffsets;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Offers the figures as metrics, made at the scrape from figures of one moment. What is unknown has no series, which a gauge of Micrometer's,
 * once there, cannot say; the number of series is bounded by the partitions and the enums.
 */
final class FigureMetrics implements MultiCollector {

    private static final String DEAD_LETTER = "dead_letter_";

    private final Supplier<FiguresSnapshot> figures;
    private final int partitions;
    private final Clock clock;

    /** @param partitions that the events topic had when this process started: none of them is forgotten */
    FigureMetrics(Supplier<FiguresSnapshot> figures, int partitions, Clock clock) {
        this.figures = figures;
        this.partitions = partitions;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        Series series = new Series();
        FiguresSnapshot shown = figures.get();
        addLag(series, shown.lag().figures());
        addTally(series, shown.tally().figures());
        addAge(series, "lag", shown.lag());
        addAge(series, "tally", shown.tally());
        return series.snapshots();
    }

    private void addLag(Series series, LagSnapshot lag) {
        long nowMs = clock.wallTime();
        for (PartitionLag partition : lag.partitions()) {
            String[] tags = {lag.group(), lag.topic(), String.valueOf(partition.partition())};
            partition.offsets().ifPresent(offsets -> addOffsets(series, offsets, tags));
            series.add(FigureMetric.LAG_OLDEST_UNREAD, partition.oldestUnread().timestampS(), tags);
            series.add(FigureMetric.LAG_SECONDS, partition.oldestUnread().seconds(nowMs), tags);
        }
        series.add(FigureMetric.LAG_UNKNOWN, lag.unknownPartitions(partitions), lag.group(), lag.topic());
    }

    private static void addOffsets(Series series, PartitionOffsets offsets, String... tags) {
        series.add(FigureMetric.LAG_READABLE, offsets.readable(), tags);
        series.add(FigureMetric.LAG_LOST, offsets.lost(), tags);
        series.add(FigureMetric.LAG_UNSTABLE, offsets.unstable(), tags);
    }

    private void addTally(Series series, TallySnapshot tally) {
        series.add(FigureMetric.WATERMARK_UNKNOWN, tally.unknownWatermarks(partitions));
        if (!tally.isKnown()) {
            return;
        }
        for (int partition : tally.partitions()) {
            String number = String.valueOf(partition);
            series.add(FigureMetric.WATERMARK, tally.watermark(partition), number);
            series.add(FigureMetric.WATERMARK_LAG, tally.watermarkLagS(partition), number);
            series.add(FigureMetric.ANNOUNCED_UNTIL, tally.announcedUntil(partition), number);
        }
        addCounters(series, tally);
        series.add(FigureMetric.DOCUMENTS, tally.documents());
        series.add(FigureMetric.DISPATCHES, tally.dispatches());
        series.add(FigureMetric.DISPATCHES_OPEN, tally.openDispatches());
        addObligations(series, tally);
    }

    private static void addCounters(Series series, TallySnapshot tally) {
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

    private static void addObligations(Series series, TallySnapshot tally) {
        for (Obligation obligation : Obligation.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (Tier tier : Tier.values()) {
                    if (outcome != Outcome.NONE) {
                        series.add(
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

    private static void addAge(Series series, String name, FiguresSnapshot.Part<?> part) {
        series.add(FigureMetric.FIGURES_TIMESTAMP, seconds(part.takenAtMs()), name);
        series.add(FigureMetric.FIGURES_FAILURES, part.failures(), name);
    }

    private static OptionalDouble seconds(OptionalLong ms) {
        return ms.isPresent() ? OptionalDouble.of(ms.getAsLong() / 1000.0) : OptionalDouble.empty();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
