package io.docaxis.simulator.bench.load;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import java.util.Locale;

/** A session in words and figures, as the screen shows it. */
final class LoadBenchText {

    private final LoadBenchResult result;
    private final StringBuilder text = new StringBuilder();

    private LoadBenchText(LoadBenchResult result) {
        this.result = result;
    }

    /** One lap in a line. */
    static String lap(LoadMeasure measure, LoadLap lap, int rounds) {
        return String.format(
                Locale.ROOT,
                "round %d of %d  %-14s%20s  %6.1f s  others %s",
                lap.round(),
                rounds,
                lap.leg().label(),
                withUnit(measure, measure.figure(lap)),
                lap.seconds(),
                Wording.share(lap.usage().others()));
    }

    static String of(LoadBenchResult result, Versions versions, Machine machine) {
        LoadBenchText words = new LoadBenchText(result);
        words.line("");
        words.line("%s", about(result.plan()));
        result.plan().measures().forEach(words::measure);
        words.line("");
        words.text.append(Target.table(result.targets()));
        words.line("");
        words.line("%s", versions.on(machine));
        if (!result.doubts().isEmpty()) {
            words.line("");
            words.line("DON'T TRUST THIS:");
            result.doubts().forEach(doubt -> words.line("  %s", doubt));
        }
        return words.text.toString();
    }

    static String about(LoadBenchPlan plan) {
        return String.format(
                Locale.ROOT,
                "%s, values of %,d bytes; %,d records as fast as they go, or %d s at a rate; %d %s; median (least … most)",
                plan.scenario(),
                LoadBenchPlan.SIZE,
                plan.records(),
                plan.seconds(),
                plan.rounds(),
                plan.rounds() == 1 ? "round" : "rounds");
    }

    private void measure(LoadMeasure measure) {
        line("");
        line("%s: %s", measure.words(), measure.unit());
        for (LoadLeg leg : measure.legs()) {
            Spread spread = result.spread(measure, leg);
            line(
                    "  %-44s%12s  (%s … %s)",
                    leg.words(),
                    figure(measure, spread.median()),
                    figure(measure, spread.min()),
                    figure(measure, spread.max()));
        }
        if (measure == LoadMeasure.LATENCY) {
            line("  %-44s%12s", "own ÷ the better of Kafka's", words(result.figures(measure)));
            line("  %-44s%12s", "count ÷ the better of Kafka's", words(result.countedToKafka()));
        } else if (measure.isRate()) {
            line("  %-44s%12s", "ratio", words(result.figures(measure)));
        }
    }

    /** Median, least and most, and the interval of the mean. */
    static String words(RoundFigures ratio) {
        Spread spread = ratio.spread();
        return String.format(Locale.ROOT, "%12.2f  (%.2f … %.2f)", spread.median(), spread.min(), spread.max())
                + ratio.mean()
                        .map(mean -> String.format(Locale.ROOT, "  mean, 95 %%: %.2f to %.2f", mean.from(), mean.to()))
                        .orElse("");
    }

    static String figure(LoadMeasure measure, double value) {
        return measure.isRate() ? Wording.whole(value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String withUnit(LoadMeasure measure, double value) {
        return figure(measure, value)
                + switch (measure) {
                    case SEND, PROVE -> " records/s";
                    case LATENCY -> " ms p99";
                    case SLIP -> " ms p99.9";
                };
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
