package io.docaxis.monitor.group;

import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.LookHistory;
import io.docaxis.monitor.health.LookTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rounds over the groups have shown so far, also those that found nothing. One thread adds to it; thread-safe to read. */
final class GroupTrack {

    private final LookHistory history;
    private GroupsSnapshot last;
    private volatile GroupsSnapshot silent;

    /** @param intervalMs how often there is a round */
    GroupTrack(long intervalMs) {
        history = new LookHistory(intervalMs);
    }

    /** Takes in what a round found. */
    GroupsSnapshot found(GroupRound round) {
        List<WatchedGroup> groups = round.groups().values().stream()
                .map(group -> new WatchedGroup(
                        group, group.isShare() ? Optional.empty() : Optional.of(history.look(group.look()))))
                .toList();
        history.keepOnly(round.groups().keySet());
        last = new GroupsSnapshot(round.time().wallMs(), groups, round.ranges(), round.prefixes());
        silent = null;
        return last;
    }

    /** Takes in that a round found nothing: silence is news, too. */
    void foundNothing(LookTime time) {
        if (last == null) {
            return;
        }
        List<WatchedGroup> groups = last.groups().stream()
                .filter(group -> !group.found().isShare())
                .map(group -> group.found().unanswered(time))
                .map(group -> new WatchedGroup(group, Optional.of(history.look(group.look()))))
                .toList();
        silent = new GroupsSnapshot(time.wallMs(), groups, Map.of(), last.prefixes());
    }

    /** The groups that were there before the cluster fell silent; empty while it answers. */
    Optional<GroupsSnapshot> silent() {
        return Optional.ofNullable(silent);
    }
}
