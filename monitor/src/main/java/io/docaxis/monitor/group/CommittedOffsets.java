package io.docaxis.monitor.group;

import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.GroupMember;
import io.docaxis.monitor.cluster.GroupQueries;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** What the coordinators of groups say in one round: who their members are, and what they have committed. One thread at a time. */
final class CommittedOffsets {

    private final GroupQueries queries;
    private final Consumer<RuntimeException> failures;
    private final Map<String, GroupListing> groups;
    private final Map<String, List<GroupMember>> members = new HashMap<>();
    private final Map<String, Map<TopicPartition, Long>> commits = new HashMap<>();
    private final Map<String, Map<TopicPartition, SharePartitionOffsetInfo>> shares = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** @param groups by name */
    CommittedOffsets(GroupQueries queries, Consumer<RuntimeException> failures, Map<String, GroupListing> groups) {
        this.queries = queries;
        this.failures = failures;
        this.groups = groups;
    }

    /** Asks who the members are. */
    void readMembers() throws InterruptedException {
        Set<String> classic = new HashSet<>(groups.keySet());
        Set<String> consumer = of(GroupType.CONSUMER);
        Set<String> streams = of(GroupType.STREAMS);
        Set<String> share = of(GroupType.SHARE);
        classic.removeAll(consumer);
        classic.removeAll(streams);
        classic.removeAll(share);
        if (!classic.isEmpty()) {
            members.putAll(known(queries.classicMembers(classic)));
        }
        if (!consumer.isEmpty()) {
            members.putAll(known(queries.consumerMembers(consumer)));
        }
        if (!streams.isEmpty()) {
            members.putAll(known(queries.streamsMembers(streams)));
        }
        if (!share.isEmpty()) {
            members.putAll(known(queries.shareMembers(share)));
        }
    }

    /** Asks what they have committed. */
    void readCommits() throws InterruptedException {
        Set<String> share = of(GroupType.SHARE);
        Set<String> others = new TreeSet<>(groups.keySet());
        others.removeAll(share);
        commits.putAll(known(queries.commits(others)));
        shares.putAll(known(queries.shareOffsets(share)));
    }

    /** Asks once more, those that have a part in any of these topics. */
    void readCommitsAgain(Collection<String> topics) throws InterruptedException {
        Set<String> again = new TreeSet<>();
        commits.forEach((group, offsets) -> {
            if (offsets.keySet().stream().anyMatch(partition -> topics.contains(partition.topic()))) {
                again.add(group);
            }
        });
        commits.keySet().removeAll(again);
        commits.putAll(known(queries.commits(again)));
    }

    private Set<String> of(GroupType type) {
        Set<String> names = new TreeSet<>();
        groups.forEach((name, group) -> {
            if (group.type().filter(type::equals).isPresent()) {
                names.add(name);
            }
        });
        return names;
    }

    private <V> Map<String, V> known(Answers<String, V> answers) {
        answers.failed().forEach((group, why) -> {
            if (GroupQueries.isGone(why)) {
                gone.add(group);
            } else {
                failures.accept(why);
            }
        });
        return answers.known();
    }

    /** Groups that are there, as far as anybody says. */
    Set<String> names() {
        Set<String> there = new TreeSet<>(groups.keySet());
        there.removeAll(gone);
        return there;
    }

    GroupListing listing(String group) {
        return groups.get(group);
    }

    /** Empty: unknown. */
    Optional<List<GroupMember>> members(String group) {
        return Optional.ofNullable(members.get(group));
    }

    /** Empty: unknown. */
    Optional<Map<TopicPartition, Long>> commits(String group) {
        return Optional.ofNullable(commits.get(group));
    }

    /** None where they are unknown. */
    Map<TopicPartition, SharePartitionOffsetInfo> shares(String group) {
        return shares.getOrDefault(group, Map.of());
    }

    /** The topics that a group has a part in. */
    Set<String> topics(String group) {
        Set<String> topics = new TreeSet<>();
        commits.getOrDefault(group, Map.of()).keySet().forEach(partition -> topics.add(partition.topic()));
        shares(group).keySet().forEach(partition -> topics.add(partition.topic()));
        assigned(group).forEach(partition -> topics.add(partition.topic()));
        return topics;
    }

    /** The partitions that its members are to read, as far as they are known. */
    Set<TopicPartition> assigned(String group) {
        Set<TopicPartition> assigned = new HashSet<>();
        members.getOrDefault(group, List.of()).forEach(member -> assigned.addAll(member.assigned()));
        return assigned;
    }
}
