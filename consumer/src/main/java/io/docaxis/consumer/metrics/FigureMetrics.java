package io.docaxis.consumer.metrics;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.lag.LagSnapshot;
import io.docaxis.consumer.stream.Work;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Offers the figures as metrics: the number of series is fixed by the partitions and the enums. */
final class FigureMetrics implements MeterBinder {

    private static final String DEAD_LETTER = "dead_letter_";

    private final Supplier<LagSnapshot> lag;
    private final Supplier<TallySnapshot> tally;
    private final BooleanSupplier engineUp;
    private final Work work;
    private final int partitions;

    FigureMetrics(
            Supplier<LagSnapshot> lag,
            Supplier<TallySnapshot> tally,
            BooleanSupplier engineUp,
            Work work,
            int partitions) {
        this.lag = lag;
        this.tally = tally;
        this.engineUp = engineUp;
        this.work = work;
        this.partitions = partitions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(Metric.ENGINE_UP.prometheusName(), engineUp, up -> up.getAsBoolean() ? 1 : 0)
                .description(Metric.ENGINE_UP.meaning())
                .register(registry);
        ofThisProcess(registry, Metric.RECORDS_READ, Work::recordsRead);
        ofThisProcess(registry, Metric.ENTRIES_RESTORED, Work::entriesRestored);
        for (int partition = 0; partition < partitions; partition++) {
            bindPartition(registry, partition);
        }
        bindCounters(registry);
        ofTally(registry, Metric.DOCUMENTS, TallySnapshot::documents);
        ofTally(registry, Metric.DISPATCHES, TallySnapshot::dispatches);
        ofTally(registry, Metric.DISPATCHES_OPEN, TallySnapshot::openDispatches);
        bindObligations(registry);
    }

    private void ofThisProcess(MeterRegistry registry, Metric metric, ToDoubleFunction<Work> value) {
        FunctionCounter.builder(metric.prometheusName(), work, value)
                .description(metric.meaning())
                .register(registry);
    }

    private void bindPartition(MeterRegistry registry, int partition) {
        String number = Integer.toString(partition);
        LagSnapshot names = lag.get();
        ofLag(
                registry,
                Metric.LAG_RECORDS,
                now -> orNaN(now.partition(partition).records()),
                names.group(),
                names.topic(),
                number);
        ofLag(
                registry,
                Metric.LAG_SECONDS,
                now -> now.partition(partition).seconds().orElse(Double.NaN),
                names.group(),
                names.topic(),
                number);
        ofTally(registry, Metric.WATERMARK, now -> orNaN(now.watermark(partition)), number);
        ofTally(registry, Metric.WATERMARK_LAG, now -> orNaN(now.watermarkLagS(partition)), number);
    }

    private void bindCounters(MeterRegistry registry) {
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                continue;
            }
            String label = counter.label();
            if (counter.kind() == Counter.Kind.OBSERVATION) {
                ofTally(registry, Metric.OBSERVATIONS, now -> now.count(counter), label);
            } else {
                ofTally(registry, Metric.RECORDS, now -> now.count(counter), label);
            }
            if (label.startsWith(DEAD_LETTER)) {
                ofTally(
                        registry,
                        Metric.DEAD_LETTERS,
                        now -> now.count(counter),
                        label.substring(DEAD_LETTER.length()));
            }
        }
    }

    private void bindObligations(MeterRegistry registry) {
        for (Obligation obligation : Obligation.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (Tier tier : Tier.values()) {
                    if (outcome != Outcome.NONE) {
                        ofTally(
                                registry,
                                Metric.OBLIGATIONS,
                                now -> now.obligations(obligation, outcome, tier),
                                label(obligation),
                                label(outcome),
                                label(tier));
                    }
                }
            }
        }
    }

    private void ofLag(
            MeterRegistry registry, Metric metric, ToDoubleFunction<LagSnapshot> value, String... tagValues) {
        register(registry, metric, lag, value, tagValues);
    }

    private void ofTally(
            MeterRegistry registry, Metric metric, ToDoubleFunction<TallySnapshot> value, String... tagValues) {
        register(registry, metric, tally, now -> now.isKnown() ? value.applyAsDouble(now) : Double.NaN, tagValues);
    }

    private static <T> void register(
            MeterRegistry registry,
            Metric metric,
            Supplier<T> figures,
            ToDoubleFunction<T> value,
            String... tagValues) {
        ToDoubleFunction<Supplier<T>> now = source -> value.applyAsDouble(source.get());
        if (metric.type() == Metric.Type.COUNTER) {
            FunctionCounter.builder(metric.prometheusName(), figures, now)
                    .description(metric.meaning())
                    .tags(tags(metric, tagValues))
                    .register(registry);
        } else {
            Gauge.builder(metric.prometheusName(), figures, now)
                    .description(metric.meaning())
                    .tags(tags(metric, tagValues))
                    .strongReference(true)
                    .register(registry);
        }
    }

    private static List<Tag> tags(Metric metric, String... values) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(metric.tags().get(i), values[i]));
        }
        return tags;
    }

    private static double orNaN(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : Double.NaN;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
