package io.docaxis.common.kafka;

import io.docaxis.common.event.Topics;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicDeletionDisabledException;

/**
 * Deletes what there is of a prefix: its topics, those that Kafka Streams made for it, and its group. Nothing is deleted before
 * everything that could speak against it was asked: who consumes, who produces, whose the topics are, what is allowed, and
 * whether the topics could be made anew. Blocking.
 */
final class Renewal {

    /** A source ticks four times a second, so that one at work is seen by then. */
    private static final long WATCH_NS = TimeUnit.SECONDS.toNanos(2);

    private final Cluster cluster;
    private final Topics topics;
    private final ClusterAdmin admin;
    private final Rights rights;
    private final Ours ours;
    private final Set<String> own = new TreeSet<>();

    Renewal(Cluster cluster, Topics topics, ClusterAdmin admin, Rights rights) {
        this.cluster = cluster;
        this.topics = topics;
        this.admin = admin;
        this.rights = rights;
        ours = new Ours(topics);
        TopicForm.of(topics).forEach(form -> own.add(form.name()));
    }

    /**
     * Deletes everything, or nothing.
     *
     * @param partitions that the events topic is to have afterwards
     * @throws ClusterException what speaks against it
     */
    void deleteAll(int partitions, Set<Purpose> purposes) {
        Map<String, TopicDescription> doomed = doomed();
        Optional<ConsumerGroupDescription> group = group();
        Set<String> wanted = new TreeSet<>(own);
        if (purposes.contains(Purpose.CONSUME)) {
            wanted.add(topics.changelog());
        }
        List<Right> lacking = rights.lackingToRenew(doomed, wanted);
        lacking.addAll(rights.lacking(purposes, doomed));
        group.filter(found -> Rights.isRefused(AclOperation.DELETE, found.authorizedOperations()))
                .ifPresent(found -> lacking.add(Right.onGroup(AclOperation.DELETE, topics.group())));
        if (!lacking.isEmpty()) {
            throw Refusal.of(lacking, null);
        }
        group.ifPresent(this::requireEmpty);
        requireOurs(doomed);
        requireNobodySends(doomed);
        wanted.removeAll(doomed.keySet());
        requireCanBeMade(partitions, wanted);
        delete(doomed.keySet(), group.isPresent());
    }

    /** Topics of other names that this user may not see are not the prefix's to delete; its five are asked for by name. */
    private Map<String, TopicDescription> doomed() {
        Set<String> names = new TreeSet<>(own);
        admin.get(admin.ask().listTopics().names()).stream()
                .filter(ours::isInternal)
                .forEach(names::add);
        return TopicsSeen.of(admin, names).require(names).found();
    }

    /** Empty where there is no such group. */
    private Optional<ConsumerGroupDescription> group() {
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

    private void requireEmpty(ConsumerGroupDescription group) {
        Collection<MemberDescription> members = group.members();
        if (!members.isEmpty()) {
            String who = members.stream()
                    .map(member -> member.groupInstanceId().orElse(member.clientId()) + " on " + member.host())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw refused("group '" + topics.group() + "' has " + members.size()
                    + (members.size() == 1 ? " member (" : " members (") + who
                    + "): stop every 'docaxis consume' of this prefix; one that was killed leaves the group some"
                    + " seconds later");
        }
    }

    private void requireOurs(Map<String, TopicDescription> doomed) {
        List<TopicPartition> partitions = doomed.values().stream()
                .filter(topic -> own.contains(topic.name()))
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Set<String> others = new TreeSet<>();
        Beginnings.read(cluster, partitions).forEach((partition, first) -> {
            if (!ours.begins(first)) {
                others.add("partition " + partition.partition() + " of topic '" + partition.topic()
                        + "' begins, at offset " + first.offset() + ", with a record that is not docaxis'");
            }
        });
        if (!others.isEmpty()) {
            throw refused(String.join("; ", others)
                    + ": use another --prefix, or delete that topic yourself if nobody needs it");
        }
    }

    /** A source that has not ended may be at work, or may have been stopped: whoever works is heard of within a second. */
    private void requireNobodySends(Map<String, TopicDescription> doomed) {
        if (!doomed.containsKey(topics.events()) || (doomed.containsKey(topics.ledger()) && haveAllEnded())) {
            return;
        }
        Map<TopicPartition, Long> before = ends(doomed);
        for (long until = System.nanoTime() + WATCH_NS; System.nanoTime() < until; ClusterAdmin.pause()) {
            ends(doomed).forEach((partition, end) -> {
                if (end > before.get(partition)) {
                    throw refused("a source is sending: partition " + partition.partition() + " of topic '"
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
        }
    }

    private Map<TopicPartition, Long> ends(Map<String, TopicDescription> doomed) {
        Map<TopicPartition, OffsetSpec> asked = doomed.get(topics.events()).partitions().stream()
                .map(partition -> new TopicPartition(topics.events(), partition.partition()))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.get(admin.ask().listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    /**
     * Asks whether topics like those to come would be made: too few brokers, too many partitions, a policy, or no right to make
     * those that are not there.
     */
    private void requireCanBeMade(int partitions, Set<String> missing) {
        String like = topics.events() + ".asked";
        List<NewTopic> asked = new ArrayList<>();
        asked.add(new TopicForm(like, 0, 0, Set.of(), Map.of()).asNew(partitions));
        missing.forEach(name -> asked.add(new TopicForm(name, 0, 0, Set.of(), Map.of()).asNew(partitions)));
        List<Right> lacking = new ArrayList<>();
        admin.ask()
                .createTopics(asked, new CreateTopicsOptions().validateOnly(true))
                .values()
                .forEach((name, answer) -> {
                    try {
                        admin.get(answer);
                    } catch (ClusterException e) {
                        if (!(e.getCause() instanceof TopicAuthorizationException)) {
                            throw refused("the topics could not be made anew: " + e.getMessage());
                        }
                        // who may make the very topics and no others is asked about them by name
                        if (!name.equals(like)) {
                            lacking.add(Right.onTopic(AclOperation.CREATE, name));
                        }
                    }
                });
        if (!lacking.isEmpty()) {
            throw Refusal.of(lacking, null);
        }
    }

    private void delete(Set<String> doomed, boolean hasGroup) {
        if (!doomed.isEmpty()) {
            try {
                admin.get(admin.ask().deleteTopics(doomed).all());
            } catch (ClusterException e) {
                throw e.getCause() instanceof TopicDeletionDisabledException
                        ? refused(
                                "the cluster deletes no topics (its setting delete.topic.enable): use another --prefix")
                        : e;
            }
            awaitGone(doomed);
        }
        if (hasGroup) {
            try {
                admin.get(admin.ask()
                        .deleteConsumerGroups(List.of(topics.group()))
                        .all());
            } catch (ClusterException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
    }

    private void awaitGone(Set<String> doomed) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(ClusterAdmin.TIMEOUT_S);
        while (admin.get(admin.ask().listTopics().names()).stream().anyMatch(doomed::contains)) {
            if (System.nanoTime() > until) {
                throw new ClusterException("topics of prefix '" + topics.prefix() + "' are still there "
                        + ClusterAdmin.TIMEOUT_S + " s after their deletion");
            }
            ClusterAdmin.pause();
        }
    }

    private static ClusterException refused(String why) {
        return new ClusterException("--fresh deletes nothing, for " + why);
    }
}
