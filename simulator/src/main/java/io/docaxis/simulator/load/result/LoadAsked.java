package io.docaxis.simulator.load.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What was asked of a load.
 *
 * @param run which world was played, as the run's id has it
 * @param settings all others that shards of one load have alike, by name, in the order to show them; not where results go
 * @param shards which of them are in this result, from 0
 * @param ofShards how many there are
 */
public record LoadAsked(
        String scenario, long seed, String run, Map<String, String> settings, List<Integer> shards, int ofShards) {

    public LoadAsked {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        shards = List.copyOf(new TreeSet<>(shards));
        if (shards.isEmpty() || shards.get(0) < 0 || shards.get(shards.size() - 1) >= ofShards) {
            throw new IllegalArgumentException(
                    "shards " + shards + " of " + ofShards + ": want some of 0 to " + (ofShards - 1));
        }
    }

    /** The same load, with other shards of it. */
    LoadAsked withShards(List<Integer> others) {
        return new LoadAsked(scenario, seed, run, settings, others, ofShards);
    }

    /** Whether all shards are in it. */
    public boolean isWhole() {
        return shards.size() == ofShards;
    }
}
