package io.docaxis.simulator.report;

import java.util.stream.DoubleStream;

/** Several measurements of one thing: the middle one, the least and the most. */
public record Spread(double median, double min, double max) {

    /** @throws IllegalArgumentException where there are none */
    public static Spread of(DoubleStream measurements) {
        double[] sorted = measurements.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no measurements: want one or more");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
