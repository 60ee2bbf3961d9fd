package io.docaxis.monitor.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What all looks at the groups of one cluster have shown: it takes in a look and says what follows. Bounded: of a group and
 * partition it keeps one KiB and a half, of a partition's log at most three KiB, however long it looks. One thread at a time.
 */
public final class LookHistory {

    private final long intervalMs;
    private final Map<String, GroupHistory> groups = new HashMap<>();
    private final Map<PartitionName, EndHistory> ends = new HashMap<>();

    /** @param intervalMs how often a group is looked at */
    public LookHistory(long intervalMs) {
        this.intervalMs = intervalMs;
    }

    /** Takes in a look, also one that found nothing: silence is news. */
    public GroupReport look(GroupLook look) {
        for (PartitionLook partition : look.partitions()) {
            EndHistory end = ends.computeIfAbsent(partition.partition(), name -> new EndHistory());
            partition.position().ifPresent(at -> end.look(look.time(), at.start(), at.highWatermark()));
        }
        return groups.computeIfAbsent(look.group(), name -> new GroupHistory(name, intervalMs))
                .look(look, ends::get);
    }

    /** Forgets the groups that are not there any more, and the partitions that nobody reads. */
    public void keepOnly(Collection<String> there) {
        groups.keySet().retainAll(new HashSet<>(there));
        Set<PartitionName> read = new HashSet<>();
        groups.values().forEach(group -> read.addAll(group.partitions()));
        ends.keySet().retainAll(read);
    }
}
