package io.docaxis.simulator.bench;

import io.docaxis.simulator.bench.Target.Unit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What {@code bench} has to say of the project's targets; the others are {@code bench scale}'s. */
public final class Targets {

    private Targets() {}

    static List<Target> of(BenchResult result) {
        return List.of(
                Target.atLeast(
                        "whole pipeline ÷ raw Kafka, same bytes",
                        0.60,
                        0.85,
                        OptionalDouble.of(result.pipelineToRaw().median()),
                        Unit.RATIO),
                Target.atMost(
                        "share of consumer CPU spent on verification",
                        0.15,
                        0.05,
                        result.verificationShare(),
                        Unit.PERCENT));
    }

    /** A table of lines, the same for every report. */
    public static String text(List<Target> targets) {
        StringBuilder text = new StringBuilder(line(List.of("target", "must", "reach for", "measured", "")));
        targets.forEach(target -> text.append(line(row(target))));
        return text.toString();
    }

    /** A target's measure, bounds, figure and finding. */
    static List<String> row(Target target) {
        return List.of(
                target.measure(),
                bound(target, target.must()),
                bound(target, target.reach()),
                target.measured().isPresent()
                        ? written(target.unit(), target.measured().getAsDouble())
                        : "–",
                target.finding());
    }

    private static String bound(Target target, double value) {
        return (target.atMost() ? "≤ " : "≥ ") + written(target.unit(), value);
    }

    private static String written(Unit unit, double value) {
        return switch (unit) {
            case RATIO -> String.format(Locale.ROOT, "%.2f", value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case SECONDS -> String.format(Locale.ROOT, "%.1f s", value);
            case GIBIBYTES -> String.format(Locale.ROOT, "%.2f GiB", value);
        };
    }

    private static String line(List<String> row) {
        return String.format(Locale.ROOT, "%-46s%12s%12s%12s  %s", row.toArray())
                        .stripTrailing() + "\n";
    }
}
