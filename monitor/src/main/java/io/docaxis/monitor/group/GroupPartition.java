package io.docaxis.monitor.group;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionReport;
import io.docaxis.monitor.health.TimeLag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What a group has still to read of one partition. The parts of what it has not read are told apart because each wants something
 * else done: read on, find out who deleted it, find out whose transaction is open.
 *
 * @param range empty: unknown
 */
record GroupPartition(PartitionLook look, PartitionReport report, Optional<PartitionRange> range) {

    /** That one may have. */
    static final int SERIES = 10;

    /** All of a group, in the order of topics and numbers; those of a look that found nothing are none. */
    static List<GroupPartition> of(GroupLook look, GroupReport report, Map<TopicPartition, PartitionRange> ranges) {
        List<GroupPartition> all = new ArrayList<>();
        for (int index = 0; index < report.partitions().size(); index++) {
            PartitionLook at = look.partitions().get(index);
            TopicPartition partition =
                    new TopicPartition(at.partition().topic(), at.partition().partition());
            all.add(new GroupPartition(at, report.partitions().get(index), Optional.ofNullable(ranges.get(partition))));
        }
        return all;
    }

    String topic() {
        return look.partition().topic();
    }

    /** Whether nobody knows where the group stands, or where the log ends. */
    boolean isUnknown() {
        return look.position().isEmpty();
    }

    boolean isCommitted() {
        return look.position().filter(at -> at.commit().isPresent()).isPresent();
    }

    /** Whether the commit is beyond the end of the log. */
    boolean isBeyondEnd() {
        return isCommitted() && commit() > position().highWatermark();
    }

    /** What can be read; without a commit from the first record on. */
    long readable() {
        return position().readable();
    }

    /** What was deleted before it was read. */
    long lost() {
        return position().lost();
    }

    /** What is there, but behind a transaction that is open. */
    OptionalLong unstable() {
        return range.map(known ->
                        OptionalLong.of(Math.max(0, known.highWatermark() - Math.max(known.stable(), commit()))))
                .orElse(OptionalLong.empty());
    }

    private GroupPosition position() {
        return look.position().orElseThrow();
    }

    private long commit() {
        return position().commit().orElseThrow();
    }

    TimeLag timeLag() {
        return report.timeLag();
    }

    void addTo(Series series, long nowMs, String cluster, String group) {
        if (!isCommitted()) {
            return;
        }
        String[] tags = {
            cluster, group, topic(), String.valueOf(look.partition().partition())
        };
        series.add(GroupMetric.COMMITTED, commit(), tags);
        series.add(GroupMetric.LAG_READABLE, readable(), tags);
        series.add(GroupMetric.LAG_LOST, lost(), tags);
        series.add(GroupMetric.LAG_UNSTABLE, unstable(), tags);
        series.add(GroupMetric.LAG_SECONDS, timeLag().seconds(nowMs), tags);
        series.add(GroupMetric.LAG_LEAST_SECONDS, timeLag().leastSeconds(nowMs), tags);
        if (!(timeLag() instanceof TimeLag.Unknown)) {
            series.add(GroupMetric.LAG_ESTIMATED, timeLag().isEstimated() ? 1 : 0, tags);
        }
        if (timeLag() instanceof TimeLag.OfRecord record) {
            series.add(GroupMetric.LAG_OLDEST_UNREAD, record.timestampMs() / 1000.0, tags);
        }
        series.add(GroupMetric.COMMIT_AGE, seconds(report.commitStoodSinceMs(), since -> nowMs - since), tags);
        series.add(GroupMetric.RETENTION, seconds(report.retentionFromMs(), from -> from - nowMs), tags);
    }

    private static OptionalDouble seconds(OptionalLong wallMs, java.util.function.LongUnaryOperator until) {
        return wallMs.isPresent()
                ? OptionalDouble.of(Math.max(0, until.applyAsLong(wallMs.getAsLong())) / 1000.0)
                : OptionalDouble.empty();
    }
}
