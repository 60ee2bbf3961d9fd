package io.docaxis.monitor.health;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The health of a group, and what it rests on.
 *
 * @param sinceMs wall clock since which it holds; silence in between does not end it
 * @param partition that it was found at, the worst of several; empty: it is about the group
 * @param figures of the rule, by name with unit
 * @param why one sentence with the figures
 * @param advice what to do, one sentence
 */
public record Diagnosis(
        Health health,
        long sinceMs,
        Optional<PartitionName> partition,
        SortedMap<String, Double> figures,
        String why,
        String advice) {

    public Diagnosis {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }
}
