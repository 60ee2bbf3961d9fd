package io.docaxis.simulator.bench;

import io.docaxis.simulator.result.Machine;
import io.docaxis.simulator.result.Versions;
import io.docaxis.simulator.result.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A session in words and figures, as the screen shows it. */
final class BenchText {

    private final BenchResult result;
    private final StringBuilder text = new StringBuilder();

    private BenchText(BenchResult result) {
        this.result = result;
    }

    /** One lap in a line. */
    static String lap(Lap lap, int rounds) {
        return String.format(
                Locale.ROOT,
                "round %d of %d  %-9s%11s events/s  %6.1f s  others %s",
                lap.round(),
                rounds,
                lap.leg().label(),
                Wording.number(Math.round(lap.perSecond())),
                lap.seconds(),
                lap.usage().others().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.1f %%",
                                100 * lap.usage().others().getAsDouble())
                        : "unknown");
    }

    static String of(BenchResult result, List<String> doubts, Versions versions, Machine machine) {
        BenchText words = new BenchText(result);
        words.line("");
        words.line(
                "%s, %s documents, %s events of %.1f bytes; %d %s; median (least … most)",
                result.scenario(),
                Wording.number(result.documents()),
                Wording.number(result.records()),
                result.meanBytes(),
                result.rounds(),
                result.rounds() == 1 ? "round" : "rounds");
        words.line("");
        words.rates();
        words.processors();
        words.memory();
        words.line("");
        words.text.append(Targets.text(Targets.of(result)));
        words.line("");
        words.line(
                "docaxis %s, Kafka %s, Java %s; %s %s, %d processors",
                versions.docaxis(),
                versions.kafka(),
                machine.java(),
                machine.os(),
                machine.arch(),
                machine.processors());
        words.trust(doubts);
        return words.text.toString();
    }

    private void rates() {
        line("%-46s%s", "events/s", "");
        rate("raw Kafka, to the last record counted", Leg.RAW, Lap::perSecond);
        rate("  its sender alone, to the last answer", Leg.RAW, Lap::sentPerSecond);
        rate("ProducerPerformance, by its own figure", Leg.TOOLS, Lap::sentPerSecond);
        rate("  with ConsumerPerformance, to its end", Leg.TOOLS, Lap::perSecond);
        rate("pipeline, to the verdict", Leg.PIPELINE, Lap::perSecond);
        rate("  to the last event applied", Leg.PIPELINE, lap -> lap.records() / lap.workSeconds());
        Spread ratio = result.pipelineToRaw();
        line("%-46s%12.2f  (%.2f … %.2f)", "pipeline ÷ raw", ratio.median(), ratio.min(), ratio.max());
        line("%-46s%12.2f", "raw ÷ ProducerPerformance", result.rawToTool());
        line("");
    }

    private void processors() {
        line("%-46s%12s", "events per core-second", "");
        for (Leg leg : List.of(Leg.RAW, Leg.PIPELINE)) {
            for (String role : List.of(Stage.GENERATOR, Stage.BROKER, Stage.CONSUMER)) {
                rate(leg.label() + ", " + role, leg, lap -> lap.perCoreSecond(role));
            }
        }
        line("");
    }

    private void memory() {
        line("%-46s%12s", "peak memory, MiB", "");
        for (Leg leg : List.of(Leg.RAW, Leg.PIPELINE)) {
            for (String role : List.of(Stage.GENERATOR, Stage.BROKER, Stage.CONSUMER)) {
                rate(
                        leg.label() + ", " + role,
                        leg,
                        lap -> lap.usage().peakBytes().getOrDefault(role, 0L) / 1048576.0);
            }
        }
    }

    private void trust(List<String> doubts) {
        if (!doubts.isEmpty()) {
            line("");
            line("DON'T TRUST THIS:");
            doubts.forEach(doubt -> line("  %s", doubt));
        }
    }

    private void rate(String name, Leg leg, ToDoubleFunction<Lap> figure) {
        Spread spread = result.spread(leg, figure);
        line(
                "  %-44s%12s  (%s … %s)",
                name,
                Wording.number(Math.round(spread.median())),
                Wording.number(Math.round(spread.min())),
                Wording.number(Math.round(spread.max())));
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
