package io.docaxis.monitor.health;

import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * When a health holds for a partition.
 *
 * @param history whether it takes as many looks as a history needs
 * @param weight how much it holds, above 0: of several partitions the one with most is named; 0: it does not
 */
record Rule(
        Health health,
        boolean history,
        ToDoubleFunction<Situation> weight,
        Function<Situation, SortedMap<String, Double>> figures,
        Function<Situation, String> why,
        String advice) {}
