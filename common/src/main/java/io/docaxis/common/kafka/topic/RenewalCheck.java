package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** What speaks against deleting a prefix' topics: who consumes, whose they are, who produces, and whether they could be made anew. Blocking. */
final class RenewalCheck {

    /** A source ticks four times a second, so that one at work is seen by then. */
    private static final long WATCH_NS = TimeUnit.SECONDS.toNanos(2);

    private final Cluster cluster;
    private final Topics topics;
    private final ClusterAdmin admin;

    RenewalCheck(Cluster cluster, Topics topics, ClusterAdmin admin) {
        this.cluster = cluster;
        this.topics = topics;
        this.admin = admin;
    }

    /** The consumers' group; empty where there is none. */
    Optional<ConsumerGroupDescription> group() {
        try {
            ConsumerGroupDescription found = admin.get(admin.ask()
                            .describeConsumerGroups(
                                    List.of(topics.group()),
                                    new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                            .all())
                    .get(topics.group());
            // older brokers describe a group that is not there as a dead one
            return found.groupState() == org.apache.kafka.common.GroupState.DEAD
                    ? Optional.empty()
                    : Optional.of(found);
        } catch (ClusterException e) {
            if (e.getCause() instanceof GroupAuthorizationException) {
                throw Refusal.of(List.of(Right.onGroup(AclOperation.DELETE, topics.group())), e.getCause());
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    void requireEmpty(ConsumerGroupDescription group) {
        Collection<MemberDescription> members = group.members();
        if (!members.isEmpty()) {
            String who = members.stream()
                    .map(member -> member.groupInstanceId().orElse(member.clientId()) + " on " + member.host())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw Refusal.ofRenewal("group '" + topics.group() + "' has " + members.size()
                    + (members.size() == 1 ? " member (" : " members (") + who
                    + "): stop every 'docaxis consume' of this prefix; one that was killed leaves the group some"
                    + " seconds later");
        }
    }

    /** Whether every partition of some topics begins as docaxis would begin it. */
    void requireOurs(Collection<TopicDescription> doomed) {
        List<TopicPartition> partitions = doomed.stream()
                .flatMap(topic -> ClusterAdmin.partitions(topic).stream())
                .toList();
        OwnTopics ours = new OwnTopics(topics);
        Set<String> others = new TreeSet<>();
        FirstRecords.read(cluster, partitions).forEach((partition, first) -> {
            if (!ours.begins(first)) {
                others.add("partition " + partition.partition() + " of topic '" + partition.topic()
                        + "' begins, at offset " + first.offset() + ", with a record that is not docaxis'");
            }
        });
        if (!others.isEmpty()) {
            throw Refusal.ofRenewal(String.join("; ", others)
                    + ": use another --prefix, or delete that topic yourself if nobody needs it");
        }
    }

    /** A source that has not ended may be at work, or may have been stopped: whoever works is heard of within a second. */
    void requireNobodySends(Map<String, TopicDescription> doomed) {
        if (!doomed.containsKey(topics.events()) || (doomed.containsKey(topics.ledger()) && haveAllEnded())) {
            return;
        }
        List<TopicPartition> partitions = ClusterAdmin.partitions(doomed.get(topics.events()));
        Map<TopicPartition, Long> before = admin.offsets(partitions, OffsetSpec.latest());
        for (long until = System.nanoTime() + WATCH_NS; System.nanoTime() < until; ClusterAdmin.pause()) {
            admin.offsets(partitions, OffsetSpec.latest()).forEach((partition, end) -> {
                if (end > before.get(partition)) {
                    throw Refusal.ofRenewal("a source is sending: partition " + partition.partition() + " of topic '"
                            + partition.topic() + "' grew from " + before.get(partition) + " to " + end
                            + " records meanwhile: stop every 'docaxis produce' and 'docaxis run' of this prefix");
                }
            });
        }
    }

    private boolean haveAllEnded() {
        try (TallyTopic ledger = new TallyTopic(cluster, topics.ledger())) {
            TallyReader reader = ledger.readToEnd();
            return reader.runs().stream()
                    .flatMap(run -> reader.headers(run).values().stream())
                    .allMatch(PartHeader::getEnded);
        } catch (OtherVersionException e) {
            // whoever wrote it may be at work
            return false;
        }
    }

    /**
     * Asks whether topics like those to come would be made: too few brokers, too many partitions, a policy, or no right to make
     * those that are not there.
     */
    void requireCanBeMade(int partitions, Set<String> missing) {
        String like = topics.events() + ".asked";
        List<NewTopic> asked = new ArrayList<>();
        asked.add(new TopicSpec(like, 0, 0, Set.of(), Map.of()).asNew(partitions));
        missing.forEach(name -> asked.add(new TopicSpec(name, 0, 0, Set.of(), Map.of()).asNew(partitions)));
        List<Right> lacking = new ArrayList<>();
        admin.ask()
                .createTopics(asked, new CreateTopicsOptions().validateOnly(true))
                .values()
                .forEach((name, answer) -> {
                    try {
                        admin.get(answer);
                    } catch (ClusterException e) {
                        if (!(e.getCause() instanceof TopicAuthorizationException)) {
                            throw Refusal.ofRenewal("the topics could not be made anew: " + e.getMessage());
                        }
                        // who may make the very topics and no others is asked about them by name
                        if (!name.equals(like)) {
                            lacking.add(Right.onTopic(AclOperation.CREATE, name));
                        }
                    }
                });
        Refusal.requireNone(lacking);
    }
}
