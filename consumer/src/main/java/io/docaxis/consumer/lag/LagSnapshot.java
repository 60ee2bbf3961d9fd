package io.docaxis.consumer.lag;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The lag of a group on a topic at one moment.
 *
 * @param partitions in order; empty where nothing could be learnt at all
 */
public record LagSnapshot(String group, String topic, List<PartitionLag> partitions) {

    public LagSnapshot {
        partitions = List.copyOf(partitions);
    }

    /** Nothing is known. */
    public static LagSnapshot unknown(String group, String topic) {
        return new LagSnapshot(group, topic, List.of());
    }

    /** The lag of a partition; unknown where there is no such. */
    public PartitionLag partition(int number) {
        for (PartitionLag lag : partitions) {
            if (lag.partition() == number) {
                return lag;
            }
        }
        return PartitionLag.unknown(number);
    }

    /** The sum over partitions; empty as soon as one is unknown. */
    public OptionalLong records() {
        if (partitions.isEmpty()
                || partitions.stream().anyMatch(lag -> lag.records().isEmpty())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                partitions.stream().mapToLong(lag -> lag.records().getAsLong()).sum());
    }

    /** The longest of all partitions; empty as soon as one is unknown. */
    public OptionalDouble seconds() {
        if (partitions.stream().anyMatch(lag -> lag.seconds().isEmpty())) {
            return OptionalDouble.empty();
        }
        return partitions.stream()
                .mapToDouble(lag -> lag.seconds().getAsDouble())
                .max();
    }
}
