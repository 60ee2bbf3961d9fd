package io.docaxis.simulator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One axis of a chart.
 *
 * @param name what is along it, with its unit
 * @param from its least value
 * @param to its greatest
 * @param scale where a value is, in any measure that grows with it
 * @param ticks values that are written beside it
 * @param written how they are written
 */
public record Axis(
        String name,
        double from,
        double to,
        DoubleFunction<Double> scale,
        List<Double> ticks,
        DoubleFunction<String> written) {

    private static final int MOST_TICKS = 7;

    /** From 0 to a round number at or above the greatest value. */
    public static Axis counted(String name, double most) {
        double step = step(Math.max(most, 1) / 5, 1);
        List<Double> ticks = new ArrayList<>();
        double to = step * Math.max(1, Math.ceil(most / step - 1e-9));
        for (int i = 0; i * step <= to * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return new Axis(name, 0, to, value -> value, ticks, Axis::plain);
    }

    /** From 0 to a greatest value that may be a fraction. */
    public static Axis measured(String name, double most) {
        double step = step(Math.max(most, 1e-3) / 5, 0);
        double to = step * Math.max(1, Math.ceil(most / step - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= to * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return new Axis(name, 0, to, value -> value, ticks, Axis::plain);
    }

    /** Seconds since the start. */
    public static Axis seconds(double to) {
        double[] steps = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400};
        double step = steps[steps.length - 1];
        for (int i = steps.length - 1; i >= 0; i--) {
            if (to / steps[i] <= 2 * MOST_TICKS) {
                step = steps[i];
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double at = 0; at <= to; at += step) {
            ticks.add(at);
        }
        return new Axis("seconds since the start", 0, Math.max(1, to), value -> value, ticks, Axis::plain);
    }

    /** Durations on a logarithmic scale, microseconds: whole powers of ten around the least and the greatest. */
    public static Axis durations(String name, double least, double most) {
        double from = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        double to = Math.pow(10, Math.ceil(Math.log10(Math.max(from * 10, most)) - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (double at = from; at <= to * 1.001; at *= 10) {
            ticks.add(at);
        }
        return new Axis(name, from, to, value -> Math.log10(Math.max(from, value)), ticks, Axis::duration);
    }

    /** Shares of all events on a scale that gives each further nine the same room; {@code events} of them were measured. */
    public static Axis percentiles(long events) {
        double to = 1 - 1 / (double) Math.max(100, events);
        List<Double> ticks = new ArrayList<>(List.of(0.0, 0.5, 0.75, 0.9, 0.95));
        for (double rest = 0.01; 1 - rest <= to + 1e-12; rest /= 10) {
            ticks.add(1 - rest);
        }
        return new Axis("percentile", 0, to, share -> -Math.log10(1 - share), ticks, Axis::percentile);
    }

    /** Where a value is between both ends: 0 to 1 along it. */
    double at(double value) {
        double start = scale.apply(from);
        return (scale.apply(value) - start) / (scale.apply(to) - start);
    }

    /** 1, 2 or 5 times a power of ten, at or above a value. */
    private static double step(double least, double smallest) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return Math.max(smallest, factor * power);
            }
        }
        return Math.max(smallest, 10 * power);
    }

    private static String plain(double value) {
        if (Math.abs(value - Math.rint(value)) < 1e-9) {
            return Wording.number(Math.round(value));
        }
        return trimmed(String.format(Locale.ROOT, "%.4f", value));
    }

    private static String duration(double micros) {
        if (micros < 1e3) {
            return Wording.number(Math.round(micros)) + " µs";
        }
        return micros < 1e6
                ? Wording.number(Math.round(micros / 1e3)) + " ms"
                : Wording.number(Math.round(micros / 1e6)) + " s";
    }

    private static String percentile(double share) {
        return trimmed(String.format(Locale.ROOT, "%.6f", 100 * share)) + " %";
    }

    private static String trimmed(String decimal) {
        return decimal.replaceAll("0+$", "").replaceAll("[.]$", "");
    }
}
