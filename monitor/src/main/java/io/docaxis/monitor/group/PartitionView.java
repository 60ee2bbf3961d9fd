package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.PartitionReport;
import io.docaxis.monitor.health.TimeLag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What is shown of a group at one partition, to people and programs. Empty is unknown, but for a group that has committed nothing there.
 *
 * @param isKnown whether it is known where the group stands and where the log ends
 * @param committed empty: the group has committed nothing there, or it is unknown
 * @param start log start
 * @param end high watermark
 * @param readable what the group can read and has not
 * @param lost what was deleted before it was read
 * @param unstable what is behind an open transaction
 * @param commitAgeS since the commit last moved, at least, as observed
 * @param retentionS until retention may delete the first unread record; empty too where it will delete none
 * @param isKept whether retention is known to delete nothing that is unread now
 * @param member who is to read it
 */
public record PartitionView(
        String topic,
        int partition,
        boolean isKnown,
        OptionalLong committed,
        OptionalLong start,
        OptionalLong end,
        OptionalLong readable,
        OptionalLong lost,
        OptionalLong unstable,
        TimeLag timeLag,
        OptionalDouble commitAgeS,
        OptionalDouble retentionS,
        boolean isKept,
        OptionalDouble consumedPerS,
        OptionalDouble arrivedPerS,
        Optional<GroupMember> member) {

    /** Those of a group, in the order of topics and numbers; none where nothing is known of it. */
    public static List<PartitionView> of(WatchedGroup group, Map<TopicPartition, PartitionRange> ranges, long nowMs) {
        return group.report()
                .map(report -> GroupPartition.of(group.found().look(), report, ranges).stream()
                        .map(partition -> of(partition, group.found(), nowMs))
                        .toList())
                .orElse(List.of());
    }

    private static PartitionView of(GroupPartition partition, FoundGroup group, long nowMs) {
        Optional<GroupPosition> position = partition.look().position();
        boolean committed = partition.isCommitted();
        PartitionReport report = partition.report();
        TopicPartition name = new TopicPartition(
                partition.topic(), partition.look().partition().partition());
        return new PartitionView(
                name.topic(),
                name.partition(),
                position.isPresent(),
                position.map(GroupPosition::commit).orElse(OptionalLong.empty()),
                position.map(at -> OptionalLong.of(at.start())).orElse(OptionalLong.empty()),
                position.map(at -> OptionalLong.of(at.highWatermark())).orElse(OptionalLong.empty()),
                committed ? OptionalLong.of(partition.readable()) : OptionalLong.empty(),
                committed ? OptionalLong.of(partition.lost()) : OptionalLong.empty(),
                committed ? partition.unstable() : OptionalLong.empty(),
                committed ? partition.timeLag() : TimeLag.UNKNOWN,
                seconds(report.commitStoodSinceMs(), nowMs, 1),
                seconds(report.retentionFromMs(), nowMs, -1),
                report.isKept(),
                report.consumedPerS(),
                report.arrivedPerS(),
                group.members().stream()
                        .flatMap(List::stream)
                        .filter(member -> member.assigned().contains(name))
                        .findFirst());
    }

    /** As Kafka's tool counts it: up to the end of the log, whatever is readable of it; empty too where the commit is beyond that. */
    public OptionalLong lag() {
        return committed.isPresent() && end.isPresent() && !isBeyondEnd()
                ? OptionalLong.of(end.getAsLong() - committed.getAsLong())
                : OptionalLong.empty();
    }

    /** Whether the commit is beyond the end of the log. */
    public boolean isBeyondEnd() {
        return committed.isPresent() && end.isPresent() && committed.getAsLong() > end.getAsLong();
    }

    private static OptionalDouble seconds(OptionalLong wallMs, long nowMs, int sign) {
        return wallMs.isPresent()
                ? OptionalDouble.of(Math.max(0, sign * (nowMs - wallMs.getAsLong())) / 1000.0)
                : OptionalDouble.empty();
    }
}
