package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.LookTime;
import java.util.List;
import java.util.Optional;

/**
 * A group as one round found it.
 *
 * @param protocol classic, consumer, streams or share; empty: unknown
 * @param members empty: unknown
 * @param look at its partitions; of a share group it has none
 * @param shares of a share group
 */
public record FoundGroup(
        String name,
        Optional<String> protocol,
        boolean isShare,
        Optional<List<GroupMember>> members,
        GroupLook look,
        List<SharePartition> shares) {

    /** The same group at a later look, at which nobody answered for it: what does not change is what it was. */
    FoundGroup unanswered(LookTime time) {
        return new FoundGroup(name, protocol, isShare, Optional.empty(), GroupLook.unknown(name, time), List.of());
    }
}
