package io.docaxis.monitor.lag;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * The lag of a group on a topic at one moment.
 *
 * @param partitions all that the topic has, in order; empty where nothing could be learnt
 * @param takenAtMs wall clock at that moment; empty where nothing could be learnt
 */
public record LagSnapshot(String group, String topic, List<PartitionLag> partitions, OptionalLong takenAtMs) {

    public LagSnapshot {
        partitions = List.copyOf(partitions);
    }

    /** Nothing is known. */
    public static LagSnapshot unknown(String group, String topic) {
        return new LagSnapshot(group, topic, List.of(), OptionalLong.empty());
    }

    /** Records that can be read and were not, of all partitions; empty as soon as one is unknown. */
    public OptionalLong readable() {
        return sum(PartitionOffsets::readable);
    }

    /** Those that are there, but for which nobody answers. */
    public List<Integer> silentPartitions() {
        return partitions.stream()
                .filter(partition -> partition.offsets().isEmpty())
                .map(PartitionLag::partition)
                .toList();
    }

    private OptionalLong sum(ToLongFunction<PartitionOffsets> part) {
        List<PartitionOffsets> known = partitions.stream()
                .map(PartitionLag::offsets)
                .flatMap(Optional::stream)
                .toList();
        return known.isEmpty() || known.size() < partitions.size()
                ? OptionalLong.empty()
                : OptionalLong.of(known.stream().mapToLong(part).sum());
    }
}
