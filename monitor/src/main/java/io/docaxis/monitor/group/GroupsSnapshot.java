package io.docaxis.monitor.group;

import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.PartitionLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.apache.kafka.common.TopicPartition;

/**
 * The groups of a cluster at one moment, and what the looks at each say.
 *
 * @param takenAtMs wall clock at that moment
 * @param groups by name
 * @param ranges of all partitions that any group reads, as far as they are known
 * @param prefixes of docaxis, with the partitions of their events; 0: unknown
 */
public record GroupsSnapshot(
        long takenAtMs,
        List<WatchedGroup> groups,
        Map<TopicPartition, PartitionRange> ranges,
        SortedMap<String, Integer> prefixes) {

    /**
     * A group, and what the looks at it say.
     *
     * @param report of a share group there is none
     */
    public record WatchedGroup(FoundGroup found, Optional<GroupReport> report) {}

    /** What a group can read of a topic and has not, without a commit from the first record on; empty as soon as a partition is unknown. */
    public OptionalLong readable(String group, String topic) {
        return ReadingGroup.readable(groups.stream()
                .filter(watched -> watched.found().name().equals(group))
                .flatMap(watched -> watched.found().look().partitions().stream())
                .filter(look -> look.partition().topic().equals(topic))
                .map(PartitionLook::position)
                .toList());
    }
}
