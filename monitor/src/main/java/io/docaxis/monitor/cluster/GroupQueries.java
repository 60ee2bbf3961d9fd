package io.docaxis.monitor.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupMemberDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;
import org.apache.kafka.common.ClassicGroupState;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * What is asked about the groups of a cluster, about many of them in one question: the client asks each coordinator once. One
 * group that cannot be asked about hides no other. Thread-safe.
 */
public final class GroupQueries {

    private final ClusterQueries queries;
    private final Admin admin;
    private final ClassicMembers classic;

    /** @param queries whose connections are used, and whose end is the end of these */
    public GroupQueries(ClusterQueries queries) {
        this.queries = queries;
        admin = queries.admin();
        classic = new ClassicMembers(queries);
    }

    /** All groups, with type, protocol and state. */
    public ListedGroups groups() throws InterruptedException {
        ListGroupsResult answer = admin.listGroups();
        Collection<GroupListing> groups = ClusterQueries.await(answer.valid(), "groups");
        return new ListedGroups(
                List.copyOf(groups),
                ClusterQueries.await(answer.errors(), "groups").stream()
                        .map(why -> ClusterQueries.failure("groups", why))
                        .toList());
    }

    /** The members of groups of the classic protocol. */
    public Answers<String, List<GroupMember>> classicMembers(Collection<String> groups) throws InterruptedException {
        return classic.of(groups);
    }

    /** The members of groups of the consumer protocol (KIP-848). */
    public Answers<String, List<GroupMember>> consumerMembers(Collection<String> groups) throws InterruptedException {
        return ofEach(
                admin.describeConsumerGroups(groups).describedGroups(),
                (ConsumerGroupDescription description) ->
                        description.members().stream().map(GroupMember::of).toList());
    }

    /** The members of groups of the streams protocol. */
    public Answers<String, List<GroupMember>> streamsMembers(Collection<String> groups) throws InterruptedException {
        return ofEach(admin.describeStreamsGroups(groups).describedGroups(), GroupQueries::members);
    }

    /** The members of share groups. */
    public Answers<String, List<GroupMember>> shareMembers(Collection<String> groups) throws InterruptedException {
        return ofEach(
                admin.describeShareGroups(groups).describedGroups(),
                description -> description.members().stream()
                        .map(member -> new GroupMember(
                                member.consumerId(),
                                member.clientId(),
                                member.host(),
                                member.assignment().topicPartitions()))
                        .toList());
    }

    /** The offsets that groups go on from; partitions of which nothing is committed are left out. */
    public Answers<String, Map<TopicPartition, Long>> commits(Collection<String> groups) throws InterruptedException {
        if (groups.isEmpty()) {
            return new Answers<>();
        }
        ListConsumerGroupOffsetsResult answer = admin.listConsumerGroupOffsets(groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())));
        Answers<String, Map<TopicPartition, Long>> commits = new Answers<>();
        for (String group : groups) {
            take(commits, group, answer.partitionsToOffsetAndMetadata(group), offsets -> {
                Map<TopicPartition, Long> known = new HashMap<>();
                offsets.forEach((partition, commit) -> {
                    if (commit != null) {
                        known.put(partition, commit.offset());
                    }
                });
                return known;
            });
        }
        return commits;
    }

    /** Where share groups begin to read, and what they have not read, as Kafka counts it. */
    public Answers<String, Map<TopicPartition, SharePartitionOffsetInfo>> shareOffsets(Collection<String> groups)
            throws InterruptedException {
        Answers<String, Map<TopicPartition, SharePartitionOffsetInfo>> offsets = new Answers<>();
        if (groups.isEmpty()) {
            return offsets;
        }
        ListShareGroupOffsetsResult answer = admin.listShareGroupOffsets(groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListShareGroupOffsetsSpec())));
        for (String group : groups) {
            take(offsets, group, answer.partitionsToOffsetInfo(group), known -> {
                Map<TopicPartition, SharePartitionOffsetInfo> begun = new HashMap<>(known);
                begun.values().removeIf(info -> info == null || info.startOffset() < 0);
                return begun;
            });
        }
        return offsets;
    }

    /** Whether groups of one type are there, as their coordinators say; older ones call a group dead that is not there. */
    public Answers<String, Boolean> areThere(GroupType type, Collection<String> groups) throws InterruptedException {
        return switch (type) {
            case CONSUMER ->
                ofEach(admin.describeConsumerGroups(groups).describedGroups(), group -> isThere(group.groupState()));
            case STREAMS ->
                ofEach(admin.describeStreamsGroups(groups).describedGroups(), group -> isThere(group.groupState()));
            case SHARE ->
                ofEach(admin.describeShareGroups(groups).describedGroups(), group -> isThere(group.groupState()));
            default ->
                ofEach(
                        admin.describeClassicGroups(groups).describedGroups(),
                        group -> group.state() != ClassicGroupState.DEAD);
        };
    }

    private static boolean isThere(GroupState state) {
        return state != GroupState.DEAD;
    }

    private static List<GroupMember> members(StreamsGroupDescription group) {
        Map<String, Set<String>> topics = new HashMap<>();
        for (StreamsGroupSubtopologyDescription subtopology : group.subtopologies()) {
            Set<String> sources = new HashSet<>(subtopology.sourceTopics());
            sources.addAll(subtopology.repartitionSourceTopics().keySet());
            topics.put(subtopology.subtopologyId(), sources);
        }
        return group.members().stream().map(member -> member(member, topics)).toList();
    }

    private static GroupMember member(StreamsGroupMemberDescription member, Map<String, Set<String>> topics) {
        Set<TopicPartition> assigned = new HashSet<>();
        member.assignment()
                .activeTasks()
                .forEach(tasks -> topics.getOrDefault(tasks.subtopologyId(), Set.of())
                        .forEach(topic -> tasks.partitions()
                                .forEach(partition -> assigned.add(new TopicPartition(topic, partition)))));
        return new GroupMember(member.memberId(), member.clientId(), member.clientHost(), assigned);
    }

    private <A, V> Answers<String, V> ofEach(Map<String, KafkaFuture<A>> answers, Function<A, V> read)
            throws InterruptedException {
        Answers<String, V> all = new Answers<>();
        for (Map.Entry<String, KafkaFuture<A>> answer : answers.entrySet()) {
            take(all, answer.getKey(), answer.getValue(), read);
        }
        return all;
    }

    private <A, V> void take(Answers<String, V> all, String group, KafkaFuture<A> answer, Function<A, V> read)
            throws InterruptedException {
        try {
            all.add(group, read.apply(queries.get(answer, "group '" + group + "'")));
        } catch (UnansweredException | RefusedException e) {
            all.fail(group, e);
        } catch (RuntimeException e) {
            all.fail(group, new UnreadableException("group '" + group + "': the answer cannot be read", e));
        }
    }

    /** Whether a group is not there any more, whoever says so. */
    public static boolean isGone(RuntimeException failure) {
        return failure.getCause() instanceof GroupIdNotFoundException;
    }
}
