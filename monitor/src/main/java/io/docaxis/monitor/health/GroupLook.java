package io.docaxis.monitor.health;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one look at a group found.
 *
 * @param answered whether its commits are known: without them nothing is
 * @param members empty: unknown
 * @param state of its protocol, as Kafka names it; empty: unknown
 * @param partitions of the topics that it has commits in, each once; those without a commit too
 */
public record GroupLook(
        String group,
        LookTime time,
        boolean answered,
        OptionalInt members,
        Optional<String> state,
        List<PartitionLook> partitions) {

    public GroupLook {
        partitions = List.copyOf(partitions);
    }

    /** A look that found nothing. */
    public static GroupLook unknown(String group, LookTime time) {
        return new GroupLook(group, time, false, OptionalInt.empty(), Optional.empty(), List.of());
    }
}
