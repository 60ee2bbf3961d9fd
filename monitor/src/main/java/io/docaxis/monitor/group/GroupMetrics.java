package io.docaxis.monitor.group;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.health.Drain;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.Health;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Adds the figures of groups to the series of one scrape. What is unknown has no series. Not thread-safe. */
final class GroupMetrics {

    /** That a partition of a share group has. */
    private static final int SHARE_SERIES = 2;
    /** That a partition of a topic has, whoever reads it. */
    private static final int END_SERIES = 2;

    private final Series series;
    private final String cluster;
    private final long nowMs;
    private final int maxSeries;
    private final Set<String> detailed = new TreeSet<>();
    /** By topic: partitions of which it is known where they begin and end. */
    private final Map<String, Integer> ranges = new HashMap<>();

    private int made;
    private int summed;

    /**
     * Adds nothing yet.
     *
     * @param nowMs wall clock at the scrape
     * @param maxSeries groups whose partitions, and where those begin and end, would make more series than that are shown as sums
     */
    GroupMetrics(Series series, String cluster, long nowMs, int maxSeries) {
        this.series = series;
        this.cluster = cluster;
        this.nowMs = nowMs;
        this.maxSeries = maxSeries;
    }

    void add(GroupsSnapshot shown) {
        shown.ranges().keySet().forEach(partition -> ranges.merge(partition.topic(), 1, Integer::sum));
        for (WatchedGroup group : shown.groups()) {
            add(group, shown);
        }
        shown.ranges().forEach((partition, range) -> {
            if (detailed.contains(partition.topic())) {
                String[] tags = {cluster, partition.topic(), String.valueOf(partition.partition())};
                series.add(GroupMetric.PARTITION_START, range.start(), tags);
                series.add(GroupMetric.PARTITION_END, range.highWatermark(), tags);
            }
        });
        series.add(GroupMetric.GROUPS, shown.groups().size(), cluster);
        series.add(
                GroupMetric.UNKNOWN_GROUPS,
                shown.groups().stream().filter(GroupMetrics::isUnknown).count(),
                cluster);
        series.add(GroupMetric.SUMMED_GROUPS, summed, cluster);
    }

    private static boolean isUnknown(WatchedGroup group) {
        return group.report().isPresent() && !group.found().look().answered();
    }

    private void add(WatchedGroup group, GroupsSnapshot shown) {
        FoundGroup found = group.found();
        String name = found.name();
        series.add(GroupMetric.INFO, 1, cluster, name, found.protocol().orElse("unknown"), state(found));
        found.members().ifPresent(members -> series.add(GroupMetric.MEMBERS, members.size(), cluster, name));
        addShares(name, found.shares());
        group.report().ifPresent(report -> {
            addReport(name, report);
            addPartitions(name, GroupPartition.of(found.look(), report, shown.ranges()));
        });
    }

    private void addShares(String group, List<SharePartition> shares) {
        if (!fits(shares.size() * SHARE_SERIES)) {
            return;
        }
        for (SharePartition share : shares) {
            TopicPartition partition = share.partition();
            String[] tags = {cluster, group, partition.topic(), String.valueOf(partition.partition())};
            series.add(GroupMetric.SHARE_LAG, share.lag(), tags);
            series.add(GroupMetric.SHARE_START_AGE, age(share.start()), tags);
        }
    }

    /** Whether a group's partitions may be shown; if so, their series are counted. */
    private boolean fits(int more) {
        if (more > maxSeries - made) {
            summed++;
            return false;
        }
        made += more;
        return true;
    }

    private static String state(FoundGroup found) {
        return found.look().state().orElse("unknown");
    }

    private OptionalDouble age(FirstRecord start) {
        if (start instanceof FirstRecord.At at) {
            return OptionalDouble.of(Math.max(0, nowMs - at.timestampMs()) / 1000.0);
        }
        return start instanceof FirstRecord.None ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private void addReport(String group, GroupReport report) {
        Diagnosis diagnosis = report.diagnosis();
        for (Health health : Health.values()) {
            series.add(GroupMetric.HEALTH, health == diagnosis.health() ? 1 : 0, cluster, group, health.name());
        }
        series.add(GroupMetric.HEALTH_SINCE, diagnosis.sinceMs() / 1000.0, cluster, group);
        Drain drain = report.drain();
        series.add(GroupMetric.DRAIN, drain.seconds(), cluster, group);
        if (drain.never() || drain.seconds().isPresent()) {
            series.add(GroupMetric.NEVER_DRAINS, drain.never() ? 1 : 0, cluster, group);
        }
    }

    private void addPartitions(String group, List<GroupPartition> partitions) {
        if (fits(partitions.size() * GroupPartition.SERIES + newEnds(partitions) * END_SERIES)) {
            partitions.forEach(partition -> {
                detailed.add(partition.topic());
                partition.addTo(series, nowMs, cluster, group);
            });
        }
        TopicSums sums = null;
        for (GroupPartition partition : partitions) {
            if (sums == null || !sums.topic().equals(partition.topic())) {
                addSums(sums, group);
                sums = new TopicSums(partition.topic());
            }
            sums.add(partition, nowMs);
        }
        addSums(sums, group);
    }

    /** Partitions of topics that no group before it has shown. */
    private int newEnds(List<GroupPartition> partitions) {
        return partitions.stream()
                .map(GroupPartition::topic)
                .distinct()
                .filter(topic -> !detailed.contains(topic))
                .mapToInt(topic -> ranges.getOrDefault(topic, 0))
                .sum();
    }

    private void addSums(TopicSums sums, String group) {
        if (sums != null) {
            sums.addTo(series, cluster, group);
        }
    }
}
