package io.docaxis.simulator.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure that has to be met on two processors with everything on them.
 *
 * @param must what is promised
 * @param reach what would be better still; {@link #NO_REACH}: nothing is
 * @param measured empty where this run did not measure it
 * @param atMost whether less is better
 */
public record Target(String measure, double must, double reach, OptionalDouble measured, boolean atMost, Unit unit) {

    /** Where there is nothing to reach for beyond what must be. */
    public static final double NO_REACH = Double.NaN;

    static final String REACHED = "reached";
    static final String MET = "met";
    static final String MISSED = "MISSED";

    /** How a figure is written. */
    public enum Unit {
        RATIO,
        PERCENT,
        SECONDS,
        MILLISECONDS,
        GIBIBYTES
    }

    public static Target atLeast(String measure, double must, double reach, OptionalDouble measured, Unit unit) {
        return new Target(measure, must, reach, measured, false, unit);
    }

    public static Target atMost(String measure, double must, double reach, OptionalDouble measured, Unit unit) {
        return new Target(measure, must, reach, measured, true, unit);
    }

    /** What the figure makes of the target. */
    public String finding() {
        if (measured.isEmpty()) {
            return "not measured";
        }
        if (meets(reach)) {
            return REACHED;
        }
        return meets(must) ? MET : MISSED;
    }

    private boolean meets(double bound) {
        return atMost ? measured.getAsDouble() <= bound : measured.getAsDouble() >= bound;
    }

    /** A table of lines, the same for every report. */
    public static String table(List<Target> targets) {
        StringBuilder text = new StringBuilder(line(List.of("target", "must", "reach for", "measured", "")));
        targets.forEach(target -> text.append(line(target.row())));
        return text.toString();
    }

    /** Measure, bounds, figure and finding. */
    List<String> row() {
        return List.of(
                measure,
                bound(must),
                bound(reach),
                measured.isPresent() ? written(measured.getAsDouble()) : "–",
                finding());
    }

    private String bound(double value) {
        return Double.isNaN(value) ? "–" : (atMost ? "≤ " : "≥ ") + written(value);
    }

    private String written(double value) {
        return switch (unit) {
            case RATIO -> String.format(Locale.ROOT, "%.2f", value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case SECONDS -> String.format(Locale.ROOT, "%.1f s", value);
            case MILLISECONDS -> String.format(Locale.ROOT, "%.2f ms", value);
            case GIBIBYTES -> String.format(Locale.ROOT, "%.2f GiB", value);
        };
    }

    private static String line(List<String> row) {
        return String.format(Locale.ROOT, "%-46s%12s%12s%12s  %s", row.toArray())
                        .stripTrailing() + "\n";
    }
}
