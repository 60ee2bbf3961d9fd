package io.docaxis.monitor.group;

import io.docaxis.monitor.health.GroupPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * A group and where it stands in each partition.
 *
 * @param isEmpty whether it is known to have no members
 * @param positions of all partitions of the topics that it has a part in; empty: unknown
 */
record ReadingGroup(boolean readsCommitted, boolean isEmpty, Map<TopicPartition, Optional<GroupPosition>> positions) {

    /** By topic, then by number. */
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    /** @param commit null: there is none */
    static GroupPosition position(Long commit, PartitionRange range, boolean readsCommitted) {
        return new GroupPosition(
                commit == null ? OptionalLong.empty() : OptionalLong.of(commit),
                range.start(),
                readsCommitted ? range.stable() : range.highWatermark(),
                range.highWatermark());
    }

    /** What can be read and was not, of all of them; empty as soon as one is unknown, or there is none. */
    static OptionalLong readable(Collection<Optional<GroupPosition>> positions) {
        return positions.isEmpty() || positions.stream().anyMatch(Optional::isEmpty)
                ? OptionalLong.empty()
                : OptionalLong.of(positions.stream()
                        .flatMap(Optional::stream)
                        .mapToLong(GroupPosition::readable)
                        .sum());
    }

    /** Where records have to be read to know how old what it has not read is, and when it last read something. */
    List<RecordPlaces.Place> places() {
        List<RecordPlaces.Place> places = new ArrayList<>();
        positions.forEach((partition, position) -> position.ifPresent(at -> {
            unread(partition, at).ifPresent(places::add);
            places.addAll(lastConsumed(partition, at));
        }));
        return places;
    }

    /** The first record that it can read and has not; empty where there is none. */
    static Optional<RecordPlaces.Place> unread(TopicPartition partition, GroupPosition at) {
        if (at.commit().isEmpty()) {
            return Optional.empty();
        }
        long from = Math.max(at.commit().getAsLong(), at.start());
        return from < at.readableEnd()
                ? Optional.of(new RecordPlaces.Place(partition, from, at.readableEnd()))
                : Optional.empty();
    }

    /**
     * Where the last record that it has read may be, the likeliest first: before the commit there may be a marker. Only where nobody
     * is there to read on.
     */
    List<RecordPlaces.Place> lastConsumed(TopicPartition partition, GroupPosition at) {
        List<RecordPlaces.Place> places = new ArrayList<>();
        if (isEmpty && unread(partition, at).isPresent()) {
            long commit = at.commit().getAsLong();
            for (long from = commit - 1; from >= Math.max(at.start(), commit - 2); from--) {
                places.add(new RecordPlaces.Place(partition, from, from + 1));
            }
        }
        return places;
    }
}
