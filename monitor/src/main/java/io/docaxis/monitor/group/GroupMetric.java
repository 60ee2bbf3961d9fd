package io.docaxis.monitor.group;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.ArrayList;
import java.util.List;

// One file because it is the list of all that is said of a group.
/** Every figure of a consumer group, by the name under which Prometheus sees it. What is unknown has no series. */
enum GroupMetric implements MetricDescription {
    LAG_READABLE(
            "docaxis_lag_readable_records",
            Type.GAUGE,
            "records",
            "Transport lag: records that the group can read and has not committed: up to the last stable"
                    + " offset for those who read what is committed alone, else up to the high watermark.",
            "group",
            "topic",
            "partition"),
    LAG_LOST(
            "docaxis_lag_lost_records",
            Type.GAUGE,
            "records",
            "Transport lag: records that were deleted before the group had committed them.",
            "group",
            "topic",
            "partition"),
    LAG_UNSTABLE(
            "docaxis_lag_unstable_records",
            Type.GAUGE,
            "records",
            "Transport lag: records behind an open transaction, which read-committed consumers cannot read"
                    + " yet; for all others they are among the readable ones too.",
            "group",
            "topic",
            "partition"),
    LAG_SECONDS(
            "docaxis_lag_seconds",
            Type.GAUGE,
            "seconds",
            "Transport lag: age of the first readable record that was not consumed, at the scrape; 0 if"
                    + " nothing is readable; the upper end where it is estimated.",
            "group",
            "topic",
            "partition"),
    LAG_LEAST_SECONDS(
            "docaxis_lag_least_seconds",
            Type.GAUGE,
            "seconds",
            "The lower end of that age, only where it is estimated.",
            "group",
            "topic",
            "partition"),
    LAG_ESTIMATED(
            "docaxis_lag_estimated",
            Type.GAUGE,
            "1 or 0",
            "Whether an interval from the monitor's own looks stands in for the record.",
            "group",
            "topic",
            "partition"),
    LAG_OLDEST_UNREAD(
            "docaxis_lag_oldest_unread_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "Timestamp of that record, where it was read; also absent if nothing is readable.",
            "group",
            "topic",
            "partition"),
    COMMIT_AGE(
            "docaxis_lag_commit_age_seconds",
            Type.GAUGE,
            "seconds",
            "How long the commit has not moved, at least, as observed.",
            "group",
            "topic",
            "partition"),
    RETENTION(
            "docaxis_lag_retention_seconds",
            Type.GAUGE,
            "seconds",
            "Time until retention may delete the first unread record; absent if nothing is unread or"
                    + " nothing is deleted by time.",
            "group",
            "topic",
            "partition"),
    COMMITTED(
            "docaxis_group_committed_offset",
            Type.GAUGE,
            "offset",
            "The offset that the group goes on from.",
            "group",
            "topic",
            "partition"),
    PARTITION_START(
            "docaxis_partition_start_offset",
            Type.GAUGE,
            "offset",
            "The offset of the first record that was not deleted.",
            "topic",
            "partition"),
    PARTITION_END(
            "docaxis_partition_end_offset",
            Type.GAUGE,
            "offset",
            "The offset after the newest record: the high watermark.",
            "topic",
            "partition"),
    READABLE(
            "docaxis_group_readable_records",
            Type.GAUGE,
            "records",
            "Readable records of all partitions with a commit; absent as soon as one of the topic is" + " unknown.",
            "group",
            "topic"),
    LOST(
            "docaxis_group_lost_records",
            Type.GAUGE,
            "records",
            "Lost records of all partitions with a commit; absent as soon as one of the topic is unknown.",
            "group",
            "topic"),
    UNSTABLE(
            "docaxis_group_unstable_records",
            Type.GAUGE,
            "records",
            "Unstable records of all partitions with a commit; absent as soon as one of the topic is" + " unknown.",
            "group",
            "topic"),
    SECONDS(
            "docaxis_group_lag_seconds",
            Type.GAUGE,
            "seconds",
            "The greatest lag in seconds of all partitions, as far as it is known; of one without an upper end,"
                    + " the lower.",
            "group",
            "topic"),
    UNCOMMITTED(
            "docaxis_group_uncommitted_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions without a commit; they are in no sum. Absent as soon as a partition is unknown.",
            "group",
            "topic"),
    UNCOMMITTED_RECORDS(
            "docaxis_group_uncommitted_records",
            Type.GAUGE,
            "records",
            "Records that those would read from the start; absent likewise.",
            "group",
            "topic"),
    BEYOND_END(
            "docaxis_group_beyond_end_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions whose commit is beyond the high watermark: their log was cut short or made anew.",
            "group",
            "topic"),
    UNKNOWN_PARTITIONS(
            "docaxis_group_unknown_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions whose transport lag is unknown in any part, also those whose lag in seconds has no upper end.",
            "group",
            "topic"),
    CONSUMED(
            "docaxis_group_consumed_records_per_second",
            Type.GAUGE,
            "records per second",
            "How fast commits move, over up to ten minutes; absent as soon as a partition that counts is" + " unknown.",
            "group",
            "topic"),
    ARRIVED(
            "docaxis_group_arrived_records_per_second",
            Type.GAUGE,
            "records per second",
            "How fast the logs of the same partitions grow.",
            "group",
            "topic"),
    DRAIN(
            "docaxis_group_drain_seconds",
            Type.GAUGE,
            "seconds",
            "Time that the slowest partition needs to read what is there, if all goes on as it does; absent"
                    + " if that is never, or unknown.",
            "group"),
    NEVER_DRAINS(
            "docaxis_group_never_drains", Type.GAUGE, "1 or 0", "Whether that is never; absent if unknown.", "group"),
    HEALTH(
            "docaxis_group_health",
            Type.GAUGE,
            "1 or 0",
            "1 for the health that holds, 0 for all others.",
            "group",
            "health"),
    HEALTH_SINCE(
            "docaxis_group_health_since_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "Since when that health holds, as observed.",
            "group"),
    MEMBERS("docaxis_group_members", Type.GAUGE, "members", "Members of the group.", "group"),
    INFO(
            "docaxis_group_info",
            Type.GAUGE,
            "1",
            "Always 1: protocol (classic, consumer, streams or share) and state of the group, as Kafka"
                    + " names them.",
            "group",
            "protocol",
            "state"),
    SHARE_LAG(
            "docaxis_share_group_lag_records",
            Type.GAUGE,
            "records",
            "Records that a share group has not read, as Kafka counts them.",
            "group",
            "topic",
            "partition"),
    SHARE_START_AGE(
            "docaxis_share_group_start_age_at_most_seconds",
            Type.GAUGE,
            "seconds",
            "Age of the record where a share group begins; the first that it has not read is at most that"
                    + " old; 0 if nothing is unread.",
            "group",
            "topic",
            "partition"),
    GROUPS("docaxis_monitor_groups", Type.GAUGE, "groups", "Groups that are looked at."),
    UNKNOWN_GROUPS(
            "docaxis_monitor_unknown_groups", Type.GAUGE, "groups", "Those of them whose commits could not be learnt."),
    SUMMED_GROUPS(
            "docaxis_monitor_summed_groups",
            Type.GAUGE,
            "groups",
            "Those of them that are shown as sums alone, because of `--max-series`.");

    private final Facts facts;

    GroupMetric(String prometheusName, Type type, String unit, String meaning, String... tags) {
        List<String> all = new ArrayList<>(List.of("cluster"));
        all.addAll(List.of(tags));
        facts = new Facts(prometheusName, type, unit, meaning, all);
    }

    @Override
    public Facts facts() {
        return facts;
    }
}
