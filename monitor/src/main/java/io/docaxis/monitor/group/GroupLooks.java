package io.docaxis.monitor.group;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.health.FirstRecord;
import io.docaxis.monitor.health.GroupLook;
import io.docaxis.monitor.health.GroupPosition;
import io.docaxis.monitor.health.LookTime;
import io.docaxis.monitor.health.PartitionLook;
import io.docaxis.monitor.health.PartitionName;
import io.docaxis.monitor.health.Retention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes looks at groups of what brokers have said, and asks for what that leaves open: records, and who holds a stable offset.
 * One thread at a time.
 */
final class GroupLooks implements AutoCloseable {

    private final GroupSelection selection;
    private final TopicsSeen topics;
    private final OpenTransactions transactions;
    private final RecordTimes anyRecord;
    private final RecordTimes committedRecord;

    GroupLooks(
            Cluster cluster,
            GroupSelection selection,
            TopicsSeen topics,
            OpenTransactions transactions,
            Consumer<RuntimeException> failures) {
        this.selection = selection;
        this.topics = topics;
        this.transactions = transactions;
        anyRecord = new RecordTimes(cluster, "read_uncommitted", failures);
        committedRecord = new RecordTimes(cluster, "read_committed", failures);
    }

    /** Asks for the settings of topics, where they are not known. */
    void settings(Collection<String> names) throws InterruptedException {
        topics.readSettings(names);
    }

    /** @param prefixes of docaxis: their consumers read what is committed alone */
    SortedMap<String, FoundGroup> of(
            CommittedOffsets committed, PartitionRanges ranges, LookTime time, Set<String> prefixes)
            throws InterruptedException {
        Set<String> ours =
                prefixes.stream().map(prefix -> new Topics(prefix).group()).collect(Collectors.toSet());
        SortedMap<String, ReadingGroup> reading = new TreeMap<>();
        for (String group : committed.names()) {
            committed
                    .commits(group)
                    .ifPresent(commits -> reading.put(
                            group, reading(group, commits, committed, ranges, selection.readsCommitted(group, ours))));
        }
        readRecords(reading.values(), shares(committed, ranges));
        transactions.look(held(reading.values(), ranges));
        SortedMap<String, FoundGroup> found = new TreeMap<>();
        for (String group : committed.names()) {
            found.put(group, found(group, committed, Optional.ofNullable(reading.get(group)), ranges, time));
        }
        return found;
    }

    /** The partitions of the topics that it has a part in, and where it stands. */
    private ReadingGroup reading(
            String group,
            Map<TopicPartition, Long> commits,
            CommittedOffsets committed,
            PartitionRanges ranges,
            boolean readsCommitted) {
        Map<TopicPartition, Optional<GroupPosition>> positions = new TreeMap<>(ReadingGroup.ORDER);
        for (String topic : committed.topics(group)) {
            if (isLookedAt(topic)) {
                Set<TopicPartition> all = new HashSet<>(topics.partitions(topic));
                commits.keySet().stream()
                        .filter(partition -> partition.topic().equals(topic))
                        .forEach(all::add);
                // one that was added lately may not be known of yet
                committed.assigned(group).stream()
                        .filter(partition -> partition.topic().equals(topic))
                        .forEach(all::add);
                all.forEach(partition -> positions.put(
                        partition,
                        ranges.of(partition)
                                .map(range -> ReadingGroup.position(commits.get(partition), range, readsCommitted))));
            }
        }
        committed.assigned(group).stream()
                .filter(partition -> topics.isHidden(partition.topic()))
                .forEach(partition -> positions.put(partition, Optional.empty()));
        boolean isEmpty = committed.members(group).filter(List::isEmpty).isPresent();
        return new ReadingGroup(readsCommitted, isEmpty, positions);
    }

    private boolean isLookedAt(String topic) {
        return selection.hasTopic(topic)
                && topics.names().contains(topic)
                && !topics.replaced().contains(topic);
    }

    private void readRecords(Collection<ReadingGroup> groups, List<RecordPlaces.Place> shares) {
        List<RecordPlaces.Place> any = new ArrayList<>(shares);
        List<RecordPlaces.Place> committed = new ArrayList<>();
        for (ReadingGroup group : groups) {
            (group.readsCommitted() ? committed : any).addAll(group.places());
        }
        anyRecord.look(any);
        committedRecord.look(committed);
    }

    /** Last stable offsets that keep records from those who read what is committed. */
    private static Map<TopicPartition, Long> held(Collection<ReadingGroup> groups, PartitionRanges ranges) {
        Map<TopicPartition, Long> held = new HashMap<>();
        for (ReadingGroup group : groups) {
            if (group.readsCommitted()) {
                group.positions()
                        .keySet()
                        .forEach(partition -> ranges.of(partition)
                                .filter(range -> range.stable() < range.highWatermark())
                                .ifPresent(range -> held.put(partition, range.stable())));
            }
        }
        return held;
    }

    private FoundGroup found(
            String group,
            CommittedOffsets committed,
            Optional<ReadingGroup> reading,
            PartitionRanges ranges,
            LookTime time) {
        GroupListing listing = committed.listing(group);
        OptionalInt members =
                committed.members(group).map(all -> OptionalInt.of(all.size())).orElse(OptionalInt.empty());
        GroupLook look = new GroupLook(
                group,
                time,
                reading.isPresent(),
                members,
                listing.groupState().map(Object::toString),
                reading.map(this::looks).orElse(List.of()));
        return new FoundGroup(
                group,
                listing.type().map(type -> type.toString().toLowerCase(Locale.ROOT)),
                listing.type().filter(GroupType.SHARE::equals).isPresent(),
                committed.members(group),
                look,
                shares(committed.shares(group), ranges));
    }

    private List<PartitionLook> looks(ReadingGroup group) {
        RecordTimes records = group.readsCommitted() ? committedRecord : anyRecord;
        List<PartitionLook> looks = new ArrayList<>();
        group.positions().forEach((partition, position) -> {
            PartitionName name = new PartitionName(partition.topic(), partition.partition());
            looks.add(position.map(known -> new PartitionLook(
                            name,
                            position,
                            ReadingGroup.unread(partition, known)
                                    .map(records::at)
                                    .orElse(FirstRecord.NONE),
                            transactions.at(partition),
                            topics.settings(partition.topic())
                                    .map(of -> Retention.of(of.retentionMs(), of.isBySize()))
                                    .orElse(Retention.UNKNOWN),
                            group.lastConsumed(partition, known).stream()
                                    .map(records::at)
                                    .map(GroupLooks::timestamp)
                                    .filter(OptionalLong::isPresent)
                                    .findFirst()
                                    .orElse(OptionalLong.empty())))
                    .orElseGet(() -> PartitionLook.unknown(name)));
        });
        return looks;
    }

    private static OptionalLong timestamp(FirstRecord record) {
        return record instanceof FirstRecord.At at ? OptionalLong.of(at.timestampMs()) : OptionalLong.empty();
    }

    private List<RecordPlaces.Place> shares(CommittedOffsets committed, PartitionRanges ranges) {
        List<RecordPlaces.Place> places = new ArrayList<>();
        for (String group : committed.names()) {
            committed
                    .shares(group)
                    .forEach((partition, info) -> place(partition, info, ranges).ifPresent(places::add));
        }
        return places;
    }

    private static Optional<RecordPlaces.Place> place(
            TopicPartition partition, SharePartitionOffsetInfo info, PartitionRanges ranges) {
        return ranges.of(partition)
                .filter(range -> info.lag().orElse(1L) > 0)
                .map(range -> new RecordPlaces.Place(
                        partition, Math.max(info.startOffset(), range.start()), range.highWatermark()))
                .filter(place -> place.from() < place.end());
    }

    private List<SharePartition> shares(Map<TopicPartition, SharePartitionOffsetInfo> offsets, PartitionRanges ranges) {
        List<SharePartition> shares = new ArrayList<>();
        SortedMap<TopicPartition, SharePartitionOffsetInfo> sorted = new TreeMap<>(ReadingGroup.ORDER);
        sorted.putAll(offsets);
        sorted.forEach((partition, info) -> {
            if (isLookedAt(partition.topic())) {
                shares.add(new SharePartition(
                        partition,
                        info.lag().map(OptionalLong::of).orElse(OptionalLong.empty()),
                        ranges.of(partition).isEmpty()
                                ? FirstRecord.UNREAD
                                : place(partition, info, ranges)
                                        .map(anyRecord::at)
                                        .orElse(FirstRecord.NONE)));
            }
        });
        return shares;
    }

    @Override
    public void close() {
        anyRecord.close();
        committedRecord.close();
    }
}
