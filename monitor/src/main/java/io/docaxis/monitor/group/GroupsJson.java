package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.health.GroupReport;
import io.docaxis.monitor.health.TimeLag;
import io.docaxis.monitor.json.Fields;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The groups of a cluster, as JSON: wall clock in UTC, ISO 8601; what is unknown is null. */
public final class GroupsJson {

    private GroupsJson() {}

    /**
     * Groups as they are known.
     *
     * @param cluster its name; empty: it has not said that
     * @param only this group; empty: all
     * @param nowMs wall clock, for ages
     */
    public static ObjectNode of(GroupsSnapshot shown, Optional<String> cluster, Optional<String> only, long nowMs) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("cluster", cluster.orElse(null));
        root.put("taken_at", Instant.ofEpochMilli(shown.takenAtMs()).toString());
        var groups = root.putArray("groups");
        shown.groups().stream()
                .filter(group -> only.map(group.found().name()::equals).orElse(true))
                .forEach(group -> put(groups.addObject(), group, shown, nowMs));
        return root;
    }

    private static void put(ObjectNode node, WatchedGroup group, GroupsSnapshot shown, long nowMs) {
        FoundGroup found = group.found();
        node.put("group", found.name());
        node.put("protocol", found.protocol().orElse(null));
        node.put("state", found.look().state().orElse(null));
        if (found.members().isPresent()) {
            var members = node.putArray("members");
            found.members().get().forEach(member -> put(members.addObject(), member));
        } else {
            node.putNull("members");
        }
        put(node, group.report());
        var partitions = node.putArray("partitions");
        PartitionView.of(group, shown.ranges(), nowMs).forEach(view -> put(partitions.addObject(), view, nowMs));
        var shares = node.putArray("share_partitions");
        found.shares().forEach(share -> {
            ObjectNode at = shares.addObject();
            at.put("topic", share.partition().topic());
            at.put("partition", share.partition().partition());
            Fields.put(at, "lag", share.lag());
        });
    }

    private static void put(ObjectNode node, GroupMember member) {
        node.put("id", member.id()).put("client_id", member.clientId()).put("host", member.host());
        var assigned = node.putArray("assigned");
        member.assigned().stream().map(Object::toString).sorted().forEach(assigned::add);
    }

    /** A share group has none. */
    private static void put(ObjectNode node, Optional<GroupReport> report) {
        if (report.isEmpty()) {
            node.putNull("health");
            return;
        }
        Diagnosis diagnosis = report.get().diagnosis();
        ObjectNode health = node.putObject("health");
        putHealth(health, diagnosis);
        ObjectNode figures = health.putObject("figures");
        diagnosis.figures().forEach(figures::put);
        Fields.put(node, "drain_s", report.get().drain().seconds());
        node.put("never_drains", report.get().drain().never());
    }

    /** How a group is, since when, where and why, and what to do. */
    public static void putHealth(ObjectNode node, Diagnosis diagnosis) {
        node.put("health", diagnosis.health().name());
        node.put("since", Instant.ofEpochMilli(diagnosis.sinceMs()).toString());
        node.put("partition", diagnosis.partition().map(Object::toString).orElse(null));
        node.put("why", diagnosis.why());
        node.put("advice", diagnosis.advice());
    }

    private static void put(ObjectNode node, PartitionView view, long nowMs) {
        node.put("topic", view.topic());
        node.put("partition", view.partition());
        Fields.put(node, "committed_offset", view.committed());
        Fields.put(node, "start_offset", view.start());
        Fields.put(node, "end_offset", view.end());
        Fields.put(node, "lag", view.lag());
        Fields.put(node, "readable", view.readable());
        Fields.put(node, "lost", view.lost());
        Fields.put(node, "unstable", view.unstable());
        Fields.put(node, "lag_s", view.timeLag().seconds(nowMs));
        Fields.put(node, "lag_least_s", view.timeLag().leastSeconds(nowMs));
        node.put(
                "lag_estimated",
                view.timeLag() instanceof TimeLag.Unknown
                        ? null
                        : (Boolean) view.timeLag().isEstimated());
        Fields.put(node, "commit_age_s", view.commitAgeS());
        Fields.put(node, "retention_s", view.retentionS());
        node.put("never_loses", view.isKept());
        Fields.put(node, "consumed_per_s", view.consumedPerS());
        Fields.put(node, "arrived_per_s", view.arrivedPerS());
        node.put("member", view.member().map(GroupMember::id).orElse(null));
    }
}
