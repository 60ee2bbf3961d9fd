package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.NotYetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicDeletionDisabledException;

/**
 * Deletes what there is of a prefix: its topics, those that Kafka Streams made for it, and its group. Nothing is deleted before
 * everything that could speak against it was asked: who consumes, who produces, whose the topics are, what is allowed, and
 * whether the topics could be made anew. Blocking.
 */
final class TopicRenewal {

    private final Topics topics;
    private final ClusterAdmin admin;
    private final Rights rights;
    private final RenewalCheck check;
    private final OwnTopics ours;
    private final Set<String> own = new TreeSet<>();

    TopicRenewal(Cluster cluster, Topics topics, ClusterAdmin admin, Rights rights) {
        this.topics = topics;
        this.admin = admin;
        this.rights = rights;
        ours = new OwnTopics(topics);
        check = new RenewalCheck(cluster, topics, admin);
        TopicSpec.of(topics).forEach(form -> own.add(form.name()));
    }

    /**
     * Deletes everything, or nothing.
     *
     * @param partitions that the events topic is to have afterwards
     * @throws ClusterException what speaks against it
     */
    void deleteAll(int partitions, Set<Purpose> purposes) {
        Map<String, TopicDescription> doomed = doomed();
        Optional<ConsumerGroupDescription> group = check.group();
        Set<String> wanted = new TreeSet<>(own);
        if (purposes.contains(Purpose.CONSUME)) {
            wanted.add(topics.changelog());
        }
        List<Right> lacking = rights.lackingToRenew(doomed, wanted);
        lacking.addAll(rights.lacking(purposes, doomed));
        group.filter(found -> Rights.isRefused(AclOperation.DELETE, found.authorizedOperations()))
                .ifPresent(found -> lacking.add(Right.onGroup(AclOperation.DELETE, topics.group())));
        Refusal.requireNone(lacking);
        group.ifPresent(check::requireEmpty);
        check.requireOurs(doomed.values().stream()
                .filter(topic -> own.contains(topic.name()))
                .toList());
        check.requireNobodySends(doomed);
        wanted.removeAll(doomed.keySet());
        check.requireCanBeMade(partitions, wanted);
        delete(doomed.keySet(), group.isPresent());
    }

    /** Topics of other names that this user may not see are not the prefix's to delete; its five are asked for by name. */
    private Map<String, TopicDescription> doomed() {
        Set<String> names = new TreeSet<>(own);
        admin.get(admin.ask().listTopics().names()).stream()
                .filter(ours::isInternal)
                .forEach(names::add);
        return DescribedTopics.of(admin, names).require(names).found();
    }

    private void delete(Set<String> doomed, boolean hasGroup) {
        if (!doomed.isEmpty()) {
            try {
                admin.get(admin.ask().deleteTopics(doomed).all());
            } catch (ClusterException e) {
                throw e.getCause() instanceof TopicDeletionDisabledException
                        ? Refusal.ofRenewal(
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
        ClusterAdmin.askAgain(() -> {
            if (admin.get(admin.ask().listTopics().names()).stream().anyMatch(doomed::contains)) {
                throw new NotYetException("topics of prefix '" + topics.prefix() + "' are still there "
                        + ClusterAdmin.TIMEOUT_S + " s after their deletion");
            }
            return doomed;
        });
    }
}
