package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Weighted;
import java.util.List;

/** One of several values by weight. Immutable. */
final class WeightedChoice {

    private final int[] values;
    /** Running sum of the weights. */
    private final int[] until;

    private WeightedChoice(int[] values, int[] weights) {
        this.values = values;
        until = new int[weights.length];
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum = Math.addExact(sum, weights[i]);
            until[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("weights: sum is " + sum + "; want above 0");
        }
    }

    static WeightedChoice of(List<Weighted> weighted) {
        return new WeightedChoice(
                weighted.stream().mapToInt(Weighted::value).toArray(),
                weighted.stream().mapToInt(Weighted::weight).toArray());
    }

    /** A choice of 0 to n − 1. */
    static WeightedChoice of(int[] weights) {
        int[] values = new int[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return new WeightedChoice(values, weights);
    }

    int draw(Draws draws) {
        int at = draws.below(until[until.length - 1]);
        int i = 0;
        while (until[i] <= at) {
            i++;
        }
        return values[i];
    }
}
