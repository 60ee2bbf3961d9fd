package io.docaxis.producer.scenario;

import java.util.List;

/**
 * A time given by quantiles: {@code quantiles[i]} seconds at probability {@code i / (n − 1)}, straight lines between. Rising; at
 * least two.
 */
public record Durations(List<Integer> quantiles) {}
