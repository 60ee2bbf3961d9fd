package io.docaxis.monitor.group;

import io.docaxis.monitor.health.LookTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What one round over a cluster found.
 *
 * @param groups by name; those of which nothing is known, because nobody answered for them, among them
 * @param ranges of the partitions of all topics that any group reads, as far as they are known
 * @param prefixes of docaxis, with how many partitions their events have, as far as that is known
 * @param missing what became of a topic that has to be there; empty: all are there
 */
record GroupRound(
        LookTime time,
        SortedMap<String, FoundGroup> groups,
        Map<TopicPartition, PartitionRange> ranges,
        SortedMap<String, Integer> prefixes,
        Optional<String> missing) {

    GroupRound {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        ranges = Map.copyOf(ranges);
        prefixes = Collections.unmodifiableSortedMap(new TreeMap<>(prefixes));
    }
}
