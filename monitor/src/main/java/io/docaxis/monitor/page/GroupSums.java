package io.docaxis.monitor.page;

import io.docaxis.monitor.group.FoundGroup;
import io.docaxis.monitor.group.GroupsJson;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.group.PartitionView;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.TimeLag;
import io.docaxis.monitor.inquiry.RunTime;
import io.docaxis.monitor.json.Fields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The section about consumer groups: each as a whole. A sum is unknown as soon as a partition is; an age is the greatest that is known.
 *
 * @param partitions of the group, all that are known
 */
record GroupSums(WatchedGroup group, List<PartitionView> partitions, long nowMs) {

    static ObjectNode section(GroupsSnapshot shown, long nowMs) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("taken_at", RunTime.wall(shown.takenAtMs()));
        var groups = root.putArray("groups");
        shown.groups().forEach(group -> of(group, shown, nowMs).putInto(groups.addObject()));
        return root;
    }

    static GroupSums of(WatchedGroup group, GroupsSnapshot shown, long nowMs) {
        return new GroupSums(group, PartitionView.of(group, shown.ranges(), nowMs), nowMs);
    }

    /** Records that it can read and has not. */
    OptionalLong lag() {
        return sum(PartitionView::readable);
    }

    /** Age of the oldest of them; of an interval without an upper end what it is at least. */
    OptionalDouble lagS() {
        return greatest(view -> view.timeLag().seconds(nowMs).isPresent()
                ? view.timeLag().seconds(nowMs)
                : view.timeLag().leastSeconds(nowMs));
    }

    /** What that age is at least. */
    OptionalDouble lagLeastS() {
        return greatest(view -> view.timeLag().leastSeconds(nowMs).isPresent()
                ? view.timeLag().leastSeconds(nowMs)
                : view.timeLag().seconds(nowMs));
    }

    private void putInto(ObjectNode node) {
        FoundGroup found = group.found();
        node.put("group", found.name());
        Fields.put(node, "protocol", found.protocol());
        Fields.put(node, "state", found.look().state());
        node.put("members", found.members().map(List::size).orElse(null));
        Optional<Diagnosis> diagnosis = group.report().map(GroupReport::diagnosis);
        if (diagnosis.isPresent()) {
            GroupsJson.putHealth(node.putObject("health"), diagnosis.get());
        } else {
            node.putNull("health");
        }
        Fields.put(node, "lag", lag());
        Fields.put(node, "lost", sum(PartitionView::lost));
        Fields.put(node, "unstable", sum(PartitionView::unstable));
        Fields.put(node, "uncommitted_records", uncommitted());
        Fields.put(node, "lag_s", lagS());
        Fields.put(node, "lag_least_s", lagLeastS());
        node.put(
                "lag_estimated",
                lagS().isPresent()
                        ? (Boolean) partitions.stream()
                                .map(PartitionView::timeLag)
                                .filter(lag -> !(lag instanceof TimeLag.Unknown))
                                .anyMatch(TimeLag::isEstimated)
                        : null);
        // a partition that nothing is read of stands without anybody's fault
        Fields.put(node, "commit_age_s", least(PartitionView::commitAgeS));
        Fields.put(node, "consumed_per_s", rate(PartitionView::consumedPerS));
        Fields.put(node, "arrived_per_s", rate(PartitionView::arrivedPerS));
        Fields.put(
                node,
                "drain_s",
                group.report().map(report -> report.drain().seconds()).orElse(OptionalDouble.empty()));
        node.put(
                "never_drains",
                group.report().map(report -> report.drain().never()).orElse(false));
        Fields.put(node, "loses_in_s", least(PartitionView::retentionS));
        node.put("never_loses", !partitions.isEmpty() && partitions.stream().allMatch(PartitionView::isKept));
        node.put("partitions", partitions.size());
    }

    /** Of the partitions with a commit; unknown as soon as one partition is, or where there is none with a commit. */
    private OptionalLong sum(Function<PartitionView, OptionalLong> what) {
        if (partitions.stream().anyMatch(view -> !view.isKnown())) {
            return OptionalLong.empty();
        }
        List<PartitionView> committed =
                partitions.stream().filter(view -> view.committed().isPresent()).toList();
        return committed.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(committed.stream()
                        .mapToLong(view -> what.apply(view).orElse(0))
                        .sum());
    }

    /** What the partitions without a commit hold. */
    private OptionalLong uncommitted() {
        if (partitions.isEmpty() || partitions.stream().anyMatch(view -> !view.isKnown())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(partitions.stream()
                .filter(view -> view.committed().isEmpty())
                .mapToLong(view -> view.end().orElse(0) - view.start().orElse(0))
                .sum());
    }

    private OptionalDouble rate(Function<PartitionView, OptionalDouble> what) {
        List<OptionalDouble> rates = partitions.stream()
                .filter(view -> view.committed().isPresent())
                .map(what)
                .toList();
        return rates.isEmpty() || rates.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        rates.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
    }

    private OptionalDouble greatest(Function<PartitionView, OptionalDouble> what) {
        return partitions.stream()
                .map(what)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }

    private OptionalDouble least(Function<PartitionView, OptionalDouble> what) {
        return partitions.stream()
                .map(what)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }
}
