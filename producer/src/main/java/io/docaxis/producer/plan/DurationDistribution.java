package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Durations;

/** A distribution of durations, seconds, given by quantiles with straight lines between. Immutable. */
public final class DurationDistribution {

    private final int[] values;

    public DurationDistribution(Durations durations) {
        values = durations.quantiles().stream().mapToInt(Integer::intValue).toArray();
    }

    public int draw(Draws draws) {
        long at = draws.fraction() * (values.length - 1);
        int index = (int) (at >>> 32);
        long rest = at & 0xFFFFFFFFL;
        return values[index] + (int) ((values[index + 1] - values[index]) * rest >>> 32);
    }
}
