package io.docaxis.monitor.group;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.util.ArrayList;
import java.util.List;

/** Every figure of a consumer group, by the name under which Prometheus sees it. What is unknown has no series. */
enum GroupMetric implements MetricDescription {
    LAG_READABLE(
            "docaxis_lag_readable_records",
            Type.GAUGE,
            "records",
            "Transport lag: records of the events topic that can be read and that the group has not committed.",
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
            "Transport lag: records behind an open transaction, which read-committed consumers cannot read yet.",
            "group",
            "topic",
            "partition"),
    LAG_OLDEST_UNREAD(
            "docaxis_lag_oldest_unread_timestamp_seconds",
            Type.GAUGE,
            "seconds since 1970-01-01T00:00:00Z",
            "Timestamp of the record at the committed offset, or of the first after it; also absent if everything was read.",
            "group",
            "topic",
            "partition"),
    LAG_SECONDS(
            "docaxis_lag_seconds",
            Type.GAUGE,
            "seconds",
            "Transport lag: age of that timestamp at the scrape; 0 if everything was read.",
            "group",
            "topic",
            "partition"),
    UNKNOWN_PARTITIONS(
            "docaxis_group_unknown_partitions",
            Type.GAUGE,
            "partitions",
            "Partitions whose transport lag is unknown in any part.",
            "group",
            "topic");

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
