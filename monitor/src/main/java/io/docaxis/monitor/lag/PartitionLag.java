package io.docaxis.monitor.lag;

import java.util.Optional;

/**
 * What a group has still to read of one partition.
 *
 * @param offsets empty: unknown, never 0
 */
public record PartitionLag(int partition, Optional<PartitionOffsets> offsets) {

    /** Nothing is known. */
    public static PartitionLag unknown(int partition) {
        return new PartitionLag(partition, Optional.empty());
    }
}
