package io.docaxis.monitor.health;

import java.util.List;

/**
 * What the looks at a group say.
 *
 * @param drain of its slowest partition
 * @param partitions in the order of the look; none where it found nothing
 */
public record GroupReport(String group, Diagnosis diagnosis, Drain drain, List<PartitionReport> partitions) {

    public GroupReport {
        partitions = List.copyOf(partitions);
    }
}
