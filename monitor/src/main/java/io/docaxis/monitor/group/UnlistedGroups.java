package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.GroupQueries;
import io.docaxis.monitor.cluster.ListedGroups;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.GroupType;

/**
 * Tells groups that are gone from groups that nobody names. A coordinator that has just begun, or takes over from another, lists none
 * of its groups until it has read what it keeps of them, and says so to nobody; a group whose right is withdrawn is not listed either.
 * So a group that was there is there until it is said that it is not.
 */
final class UnlistedGroups {

    private final GroupQueries queries;
    private final Consumer<RuntimeException> failures;

    UnlistedGroups(GroupQueries queries, Consumer<RuntimeException> failures) {
        this.queries = queries;
        this.failures = failures;
    }

    /**
     * Groups of the round before that are not listed, and may be there all the same.
     *
     * @param before by name
     */
    Set<String> of(Map<String, FoundGroup> before, ListedGroups listed) throws InterruptedException {
        Set<String> unlisted = new TreeSet<>(before.keySet());
        listed.groups().forEach(group -> unlisted.remove(group.groupId()));
        if (!listed.failures().isEmpty()) {
            // whoever looks after them did not answer
            return unlisted;
        }
        Map<GroupType, Collection<String>> byType = new HashMap<>();
        unlisted.forEach(group -> byType.computeIfAbsent(type(before.get(group)), type -> new TreeSet<>())
                .add(group));
        for (Map.Entry<GroupType, Collection<String>> groups : byType.entrySet()) {
            unlisted.removeAll(gone(queries.areThere(groups.getKey(), groups.getValue())));
        }
        return unlisted;
    }

    private static GroupType type(FoundGroup group) {
        return group.protocol().map(GroupType::parse).orElse(GroupType.CLASSIC);
    }

    private Set<String> gone(Answers<String, Boolean> answers) {
        Set<String> gone = new TreeSet<>();
        answers.known().forEach((group, isThere) -> {
            if (!isThere) {
                gone.add(group);
            }
        });
        answers.failed().forEach((group, why) -> {
            if (GroupQueries.isGone(why)) {
                gone.add(group);
            } else {
                failures.accept(why);
            }
        });
        return gone;
    }
}
