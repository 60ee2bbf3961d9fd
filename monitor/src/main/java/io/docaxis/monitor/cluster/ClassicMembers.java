package io.docaxis.monitor.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;

/**
 * The members of groups of the classic protocol. What these assign to each other is their own affair, and Kafka's client, which
 * reads it, lets one assignment that it cannot read spoil the answer for all groups of that coordinator. Such a group is found by
 * asking again for halves, and not asked about for a while. Thread-safe.
 */
final class ClassicMembers {

    private static final long AGAIN_NS = Duration.ofMinutes(1).toNanos();

    private record Unreadable(UnreadableException why, long foundNs) {

        boolean isDue() {
            return System.nanoTime() - foundNs >= AGAIN_NS;
        }
    }

    private final ClusterQueries queries;
    private final Map<String, Unreadable> unreadable = new HashMap<>();

    ClassicMembers(ClusterQueries queries) {
        this.queries = queries;
    }

    synchronized Answers<String, List<GroupMember>> of(Collection<String> groups) throws InterruptedException {
        unreadable.keySet().retainAll(groups);
        Answers<String, List<GroupMember>> all = new Answers<>();
        TreeSet<String> others = new TreeSet<>(groups);
        others.removeAll(unreadable.keySet());
        // apart from each other: those would spoil the answer again
        List<String> due = new ArrayList<>();
        unreadable.forEach((group, found) -> {
            if (found.isDue()) {
                due.add(group);
            } else {
                all.fail(group, found.why);
            }
        });
        ask(due, all);
        ask(List.copyOf(others), all);
        return all;
    }

    private void ask(List<String> groups, Answers<String, List<GroupMember>> all) throws InterruptedException {
        if (groups.isEmpty()) {
            return;
        }
        List<String> spoilt = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<ClassicGroupDescription>> answer :
                queries.admin().describeClassicGroups(groups).describedGroups().entrySet()) {
            String group = answer.getKey();
            try {
                all.add(
                        group,
                        queries.get(answer.getValue(), "group '" + group + "'").members().stream()
                                .map(GroupMember::of)
                                .toList());
                unreadable.remove(group);
            } catch (UnansweredException e) {
                all.fail(group, e);
            } catch (RefusedException e) {
                if (e.getCause() instanceof ApiException) {
                    all.fail(group, e);
                } else if (groups.size() == 1) {
                    all.fail(group, found(group, e.getCause()));
                } else {
                    spoilt.add(group);
                }
            }
        }
        int half = spoilt.size() / 2;
        ask(spoilt.subList(0, half), all);
        ask(spoilt.subList(half, spoilt.size()), all);
    }

    private UnreadableException found(String group, Throwable cause) {
        UnreadableException why = new UnreadableException(
                "group '" + group + "': its members are assigned what no consumer reads", cause);
        unreadable.put(group, new Unreadable(why, System.nanoTime()));
        return why;
    }
}
