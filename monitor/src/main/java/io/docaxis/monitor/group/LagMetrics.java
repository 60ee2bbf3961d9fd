package io.docaxis.monitor.group;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.lag.LagSnapshot;
import io.docaxis.monitor.lag.PartitionLag;
import io.docaxis.monitor.lag.PartitionOffsets;

/** Adds the lag of a group on a topic to the series of one scrape. */
public final class LagMetrics {

    private LagMetrics() {}

    /**
     * Adds what is known.
     *
     * @param partitions that the topic has at least: none of them is forgotten
     * @param nowMs wall clock at the scrape
     */
    public static void add(Series series, String cluster, LagSnapshot lag, int partitions, long nowMs) {
        for (PartitionLag partition : lag.partitions()) {
            String[] tags = {cluster, lag.group(), lag.topic(), String.valueOf(partition.partition())};
            partition.offsets().ifPresent(offsets -> addOffsets(series, offsets, tags));
            series.add(GroupMetric.LAG_OLDEST_UNREAD, partition.oldestUnread().timestampS(), tags);
            series.add(GroupMetric.LAG_SECONDS, partition.oldestUnread().seconds(nowMs), tags);
        }
        series.add(
                GroupMetric.UNKNOWN_PARTITIONS, lag.unknownPartitions(partitions), cluster, lag.group(), lag.topic());
    }

    private static void addOffsets(Series series, PartitionOffsets offsets, String... tags) {
        series.add(GroupMetric.LAG_READABLE, offsets.readable(), tags);
        series.add(GroupMetric.LAG_LOST, offsets.lost(), tags);
        series.add(GroupMetric.LAG_UNSTABLE, offsets.unstable(), tags);
    }
}
