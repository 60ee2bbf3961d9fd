package io.docaxis.simulator.command;

import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.group.FoundGroup;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.group.PartitionView;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.health.TimeLag;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.terminal.ForeignText;
import io.docaxis.simulator.terminal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The lag of groups, for a terminal: columns as {@code kafka-consumer-groups --describe} has them, with time, and a verdict for each group. */
final class GroupsText {

    /** As Kafka's tool writes what there is not. */
    private static final String NONE = "-";

    private static final String UNKNOWN = "unknown";
    /** What may not be cut off: columns up to UNSTABLE. */
    private static final int LAST_NUMBER = 8;

    private GroupsText() {}

    /**
     * All groups that are shown.
     *
     * @param nowMs wall clock
     * @param width columns that lines may have
     */
    static String of(GroupsSnapshot shown, long nowMs, int width) {
        return String.join(
                "\n",
                shown.groups().stream()
                        .map(group -> verdict(group, nowMs) + rows(group, shown, nowMs, width))
                        .toList());
    }

    private static String verdict(WatchedGroup group, long nowMs) {
        FoundGroup found = group.found();
        String who = ForeignText.line(found.name()) + " (" + found.protocol().orElse(UNKNOWN + " protocol") + ", "
                + found.look().state().orElse(UNKNOWN + " state") + ", "
                + found.members().map(GroupsText::members).orElse(UNKNOWN + " members") + ")";
        if (group.report().isEmpty()) {
            return who + "\n";
        }
        Diagnosis diagnosis = group.report().get().diagnosis();
        return who + ": " + diagnosis.health() + " for "
                + Wording.duration(Math.max(0, nowMs - diagnosis.sinceMs()) / 1000) + ": " + diagnosis.why() + "\n"
                + (diagnosis.advice().isEmpty() ? "" : diagnosis.advice() + "\n");
    }

    private static String members(List<GroupMember> members) {
        return members.size() + (members.size() == 1 ? " member" : " members");
    }

    private static String rows(WatchedGroup group, GroupsSnapshot shown, long nowMs, int width) {
        List<PartitionView> views = PartitionView.of(group, shown.ranges(), nowMs);
        if (views.isEmpty() && group.found().shares().isEmpty()) {
            return "";
        }
        TextTable table = TextTable.of(
                        "GROUP",
                        "TOPIC",
                        "PARTITION",
                        "CURRENT-OFFSET",
                        "LOG-END-OFFSET",
                        "LAG",
                        "SECONDS",
                        "LOST",
                        "UNSTABLE",
                        "CONSUMER-ID",
                        "HOST",
                        "CLIENT-ID")
                .right(2, 3, 4, 5, 6, 7, 8);
        String name = group.found().name();
        views.forEach(view -> row(table, name, view, nowMs));
        group.found()
                .shares()
                .forEach(share -> table.row(
                        name,
                        share.partition().topic(),
                        String.valueOf(share.partition().partition()),
                        NONE,
                        NONE,
                        share.lag().isPresent() ? String.valueOf(share.lag().getAsLong()) : UNKNOWN,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE));
        // the group is named above
        return table.text(width, LAST_NUMBER);
    }

    private static void row(TextTable table, String group, PartitionView view, long nowMs) {
        table.row(
                group,
                view.topic(),
                String.valueOf(view.partition()),
                of(view, view.committed()),
                of(view, view.end()),
                view.isBeyondEnd() ? "beyond end" : of(view, view.lag()),
                view.isKnown() && view.committed().isEmpty() ? NONE : seconds(view.timeLag(), nowMs),
                of(view, view.lost()),
                of(view, view.unstable()),
                view.member().map(GroupMember::id).orElse(NONE),
                view.member().map(GroupMember::host).orElse(NONE),
                view.member().map(GroupMember::clientId).orElse(NONE));
    }

    private static String of(PartitionView view, OptionalLong value) {
        if (value.isPresent()) {
            return String.valueOf(value.getAsLong());
        }
        return view.isKnown() ? NONE : UNKNOWN;
    }

    /** Of an interval both ends. */
    private static String seconds(TimeLag lag, long nowMs) {
        OptionalDouble most = lag.seconds(nowMs);
        OptionalDouble least = lag.leastSeconds(nowMs);
        if (least.isPresent()) {
            return written(least.getAsDouble()) + (most.isPresent() ? "–" + written(most.getAsDouble()) : " or more");
        }
        return most.isPresent() ? written(most.getAsDouble()) : UNKNOWN;
    }

    private static String written(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 && seconds > 0 ? "%.1f" : "%.0f", seconds);
    }
}
