package io.docaxis.simulator.bench.load;

import io.docaxis.simulator.report.Spread;
import java.util.Arrays;
import java.util.Optional;

/**
 * One figure of each round: their spread, and where the mean of their logarithms is with a probability of 95 %, by Student's t, taken for
 * independent and normal. Absent where there is one round only, or a figure of 0.
 */
record RoundFigures(Spread spread, Optional<Range> mean) {

    /** Ends of an interval, in the unit of the figure. */
    record Range(double from, double to) {}

    /** Student's t at 97.5 %, by degrees of freedom from 1. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086
    };

    /** @throws IllegalArgumentException where there are none */
    static RoundFigures of(double... figures) {
        return new RoundFigures(Spread.of(Arrays.stream(figures)), mean(figures));
    }

    private static Optional<Range> mean(double[] figures) {
        int degrees = figures.length - 1;
        if (degrees == 0 || Arrays.stream(figures).anyMatch(figure -> figure <= 0)) {
            return Optional.empty();
        }
        double[] logs = Arrays.stream(figures).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        // beyond the table, its last value is a little too careful
        double student = STUDENT[Math.min(degrees, STUDENT.length) - 1];
        double half = student * Math.sqrt(squares / degrees / figures.length);
        return Optional.of(new Range(Math.exp(mean - half), Math.exp(mean + half)));
    }
}
