package io.docaxis.simulator.bench;

import java.util.OptionalDouble;

/**
 * A figure that has to be met on two processors with everything on them.
 *
 * @param must what is promised
 * @param reach what would be better still
 * @param measured empty where this run did not measure it
 * @param atMost whether less is better
 */
public record Target(String measure, double must, double reach, OptionalDouble measured, boolean atMost, Unit unit) {

    static final String REACHED = "reached";
    static final String MET = "met";
    static final String MISSED = "MISSED";

    /** How a figure is written. */
    public enum Unit {
        RATIO,
        PERCENT,
        SECONDS,
        GIBIBYTES
    }

    static Target atLeast(String measure, double must, double reach, OptionalDouble measured, Unit unit) {
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
}
