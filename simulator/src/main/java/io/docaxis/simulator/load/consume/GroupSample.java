package io.docaxis.simulator.load.consume;

import io.docaxis.monitor.group.FoundGroup;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.group.PartitionView;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.Health;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one look at a group found of one topic. Empty is unknown.
 *
 * @param atNs when the look was answered, by the process' clock
 * @param askedAtNs when it was asked: what it says was so at some instant in between
 * @param isThere whether the cluster has such a group
 * @param lag records that the group can read and has not
 * @param lagLeastS age of the first unread record, the most of all partitions: at least
 * @param lagMostS the same: at most
 * @param committed by partition; one without a commit, or of which nobody answers, is missing
 */
public record GroupSample(
        long atNs,
        long askedAtNs,
        boolean isThere,
        OptionalInt members,
        Health health,
        String why,
        OptionalLong lag,
        OptionalDouble lagLeastS,
        OptionalDouble lagMostS,
        SortedMap<Integer, Long> committed) {

    private static final long NS_PER_MS = 1_000_000;

    public GroupSample {
        committed = Collections.unmodifiableSortedMap(new TreeMap<>(committed));
    }

    /** @param atNs as above, of the snapshot */
    static GroupSample of(GroupsSnapshot shown, String group, String topic, long atNs) {
        Optional<WatchedGroup> found = shown.groups().stream()
                .filter(each -> each.found().name().equals(group))
                .findFirst();
        if (found.isEmpty()) {
            return new GroupSample(
                    atNs,
                    atNs,
                    false,
                    OptionalInt.empty(),
                    Health.UNKNOWN,
                    "there is no such group",
                    OptionalLong.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    new TreeMap<>());
        }
        return of(found.get(), shown, topic, atNs);
    }

    private static GroupSample of(WatchedGroup watched, GroupsSnapshot shown, String topic, long atNs) {
        FoundGroup found = watched.found();
        List<PartitionView> views = PartitionView.of(watched, shown.ranges(), shown.takenAtMs()).stream()
                .filter(view -> view.topic().equals(topic))
                .toList();
        Optional<Diagnosis> diagnosis = watched.report().map(GroupReport::diagnosis);
        SortedMap<Integer, Long> committed = new TreeMap<>();
        views.forEach(view -> view.committed().ifPresent(offset -> committed.put(view.partition(), offset)));
        long tookMs = found.look().time().answeredMs() - found.look().time().askedMs();
        return new GroupSample(
                atNs,
                atNs - tookMs * NS_PER_MS,
                true,
                found.members().map(all -> OptionalInt.of(all.size())).orElse(OptionalInt.empty()),
                diagnosis.map(Diagnosis::health).orElse(Health.UNKNOWN),
                diagnosis.map(Diagnosis::why).orElse("a share group has no position in the log"),
                shown.readable(found.name(), topic),
                most(views.stream().map(view -> least(view, shown.takenAtMs())).toList()),
                most(views.stream()
                        .map(view -> view.timeLag().seconds(shown.takenAtMs()))
                        .toList()),
                committed);
    }

    private static OptionalDouble least(PartitionView view, long nowMs) {
        OptionalDouble least = view.timeLag().leastSeconds(nowMs);
        return least.isPresent() ? least : view.timeLag().seconds(nowMs);
    }

    /** Unknown as soon as one is, or there is none. */
    private static OptionalDouble most(List<OptionalDouble> all) {
        return all.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : all.stream().mapToDouble(OptionalDouble::getAsDouble).max();
    }

    /** Records from given offsets on that are committed; empty: the group is not there, or nobody says where it stands. */
    OptionalLong consumedSince(Map<Integer, Long> starts) {
        if (!isThere || lag.isEmpty() && committed.isEmpty()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (Map.Entry<Integer, Long> start : starts.entrySet()) {
            Long commit = committed.get(start.getKey());
            // what was there before the load is not of it
            sum += commit == null ? 0 : Math.max(0, commit - start.getValue());
        }
        return OptionalLong.of(sum);
    }

    /** Whether the group has committed all up to given offsets. */
    boolean hasReached(Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }
}
