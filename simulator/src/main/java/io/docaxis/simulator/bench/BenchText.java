package io.docaxis.simulator.bench;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** A session in words and figures, as the screen shows it. */
public final class BenchText {

    /** The legs of which it matters what each process takes. */
    static final List<Leg> COMPARED = List.of(Leg.RAW, Leg.PIPELINE);

    static final List<String> ROLES = List.of(MeasuredStage.GENERATOR, MeasuredStage.BROKER, MeasuredStage.CONSUMER);

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
                Wording.share(lap.usage().others()));
    }

    static String of(BenchResult result, List<String> doubts, Versions versions, Machine machine) {
        BenchText words = new BenchText(result);
        words.line("");
        words.line("%s", about(result));
        words.rates();
        words.processorTime();
        words.byRole("events per core-second", (lap, role) -> lap.perCoreSecond(role));
        words.byRole("peak memory, MiB", (lap, role) -> lap.usage().peakMebibytes(role));
        words.line("");
        words.text.append(Target.table(result.targets()));
        words.line("");
        words.line("%s", versions.on(machine));
        words.line("%s", result.clients().words());
        words.trust(doubts);
        return words.text.toString();
    }

    static String about(BenchResult result) {
        return String.format(
                Locale.ROOT,
                "%s, %s documents, %s events of %.1f bytes; %d %s; median (least … most)",
                result.scenario(),
                Wording.number(result.documents()),
                Wording.number(result.records()),
                result.meanBytes(),
                result.rounds(),
                result.rounds() == 1 ? "round" : "rounds");
    }

    private void rates() {
        line("");
        line("events/s");
        rate("raw Kafka, to the last record counted", Leg.RAW, Lap::perSecond);
        rate("  sender alone, to the last acknowledgement", Leg.RAW, Lap::sentPerSecond);
        rate("ProducerPerformance, by its own figure", Leg.TOOLS, Lap::sentPerSecond);
        rate("  with ConsumerPerformance, to its end", Leg.TOOLS, Lap::perSecond);
        rate("pipeline, to the verdict", Leg.PIPELINE, Lap::perSecond);
        rate("  to the last event applied", Leg.PIPELINE, Lap::workPerSecond);
        Spread ratio = result.pipelineToRaw();
        line("  %-44s%12.2f  (%.2f … %.2f)", "pipeline ÷ raw", ratio.median(), ratio.min(), ratio.max());
        line("  %-44s%12.2f", "raw ÷ ProducerPerformance", result.rawToTool());
    }

    /** Less shaken than rates by whatever else the machine does. */
    private void processorTime() {
        line("");
        line("processor time of all processes, µs an event");
        for (Leg leg : Leg.values()) {
            Spread spread = result.spread(leg, Lap::cpuMicrosPerRecord);
            line(
                    "  %-44s%12s  (%s … %s)",
                    leg.label(), hundredths(spread.median()), hundredths(spread.min()), hundredths(spread.max()));
        }
    }

    private void byRole(String heading, ToDoubleBiFunction<Lap, String> figure) {
        line("");
        line("%s", heading);
        for (Leg leg : COMPARED) {
            for (String role : ROLES) {
                rate(leg.label() + ", " + role, leg, lap -> figure.applyAsDouble(lap, role));
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
                name, Wording.whole(spread.median()), Wording.whole(spread.min()), Wording.whole(spread.max()));
    }

    private static String hundredths(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
