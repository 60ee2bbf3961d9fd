package io.docaxis.monitor.watch;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.group.FoundGroup;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.PartitionLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of groups under kafka_exporter's names and labels, for boards and rules that were made for it. Where it writes -1 for what is not known,
 * there is no series here. Not thread-safe.
 */
final class KafkaExporterAliases {

    private static final int SERIES_OF_A_PARTITION = 4;

    private final Series series;
    private final int maxSeries;
    /** By topic and partition: the newest that any group's look knows. */
    private final SortedMap<String, SortedMap<Integer, PartitionLook>> topics = new TreeMap<>();

    private int made;

    /** @param maxSeries groups whose partitions would make more series than that are shown as sums */
    KafkaExporterAliases(Series series, int maxSeries) {
        this.series = series;
        this.maxSeries = maxSeries;
    }

    void add(GroupsSnapshot shown) {
        for (WatchedGroup group : shown.groups()) {
            add(group.found());
        }
        topics.forEach((topic, partitions) -> {
            series.add(KafkaExporterMetric.PARTITIONS, partitions.size(), topic);
            partitions.forEach((partition, look) -> look.position().ifPresent(position -> {
                String[] tags = {topic, String.valueOf(partition)};
                series.add(KafkaExporterMetric.PARTITION_CURRENT_OFFSET, position.highWatermark(), tags);
                series.add(KafkaExporterMetric.PARTITION_OLDEST_OFFSET, position.start(), tags);
            }));
        });
    }

    private void add(FoundGroup group) {
        group.members().ifPresent(members -> series.add(KafkaExporterMetric.MEMBERS, members.size(), group.name()));
        SortedMap<String, List<PartitionLook>> byTopic = new TreeMap<>();
        for (PartitionLook look : group.look().partitions()) {
            byTopic.computeIfAbsent(look.partition().topic(), first -> new ArrayList<>())
                    .add(look);
        }
        int more = group.look().partitions().size() * SERIES_OF_A_PARTITION;
        boolean isDetailed = made + more <= maxSeries;
        made += isDetailed ? more : 0;
        for (Map.Entry<String, List<PartitionLook>> topic : byTopic.entrySet()) {
            if (isDetailed) {
                topic.getValue().forEach(look -> addPartition(group.name(), look));
            }
            addSums(group.name(), topic.getKey(), topic.getValue());
        }
    }

    private void addPartition(String group, PartitionLook look) {
        String topic = look.partition().topic();
        int partition = look.partition().partition();
        topics.computeIfAbsent(topic, first -> new TreeMap<>())
                .merge(partition, look, (one, other) -> other.position().isPresent() ? other : one);
        look.position().ifPresent(position -> {
            String[] tags = {group, topic, String.valueOf(partition)};
            series.add(KafkaExporterMetric.CURRENT_OFFSET, position.commit(), tags);
            series.add(KafkaExporterMetric.LAG, lag(position), tags);
        });
    }

    /** Of the partitions with a commit; a partition that is not known at all leaves no sum. */
    private void addSums(String group, String topic, List<PartitionLook> looks) {
        long offsets = 0;
        long lag = 0;
        boolean isLagKnown = true;
        boolean isCommitted = false;
        for (PartitionLook look : looks) {
            if (look.position().isEmpty()) {
                return;
            }
            GroupPosition position = look.position().get();
            if (position.commit().isPresent()) {
                isCommitted = true;
                offsets += position.commit().getAsLong();
                isLagKnown &= lag(position).isPresent();
                lag += lag(position).orElse(0);
            }
        }
        if (isCommitted) {
            series.add(KafkaExporterMetric.CURRENT_OFFSET_SUM, offsets, group, topic);
            if (isLagKnown) {
                series.add(KafkaExporterMetric.LAG_SUM, lag, group, topic);
            }
        }
    }

    private static OptionalLong lag(GroupPosition position) {
        return position.commit().isPresent() && position.commit().getAsLong() <= position.highWatermark()
                ? OptionalLong.of(position.highWatermark() - position.commit().getAsLong())
                : OptionalLong.empty();
    }
}
