package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.NotYetException;
import io.docaxis.common.kafka.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Checks the topics of a prefix that are there, and makes those that are not, identically whoever starts first. Everything is
 * asked before anything is made or deleted. Blocking; every call is bounded in time and ends in a {@link ClusterException}
 * where the cluster does not answer.
 */
public final class TopicSetup {

    /** Partitions of the events topic where nobody says otherwise. */
    public static final int DEFAULT_PARTITIONS = TopicCheck.DEFAULT_PARTITIONS;

    private final Cluster cluster;
    private final Topics topics;
    private final List<TopicSpec> forms;

    public TopicSetup(Cluster cluster, Topics topics) {
        this.cluster = cluster;
        this.topics = topics;
        forms = TopicSpec.of(topics);
    }

    /** Makes sure that every topic is there, for whatever purpose; says how many partitions the events topic has. */
    public int ensure(int partitions) {
        return prepare(partitions, EnumSet.allOf(Purpose.class)).partitions();
    }

    /**
     * Makes sure that every topic is there and fit for some purposes.
     *
     * @param partitions of the events topic; 0: as it is, or {@link #DEFAULT_PARTITIONS}
     * @throws ClusterException if the cluster does not answer or allow it, or a topic is not as it has to be, or of another version
     */
    public PreparedTopics prepare(int partitions, Set<Purpose> purposes) {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            return prepare(admin, new Rights(admin, topics), partitions, purposes);
        }
    }

    /**
     * Deletes a prefix's topics and its group, and makes the topics anew. Where anything speaks against it, all is left as it is.
     *
     * @throws ClusterException the same, or if somebody uses the prefix, or a topic is not docaxis'
     */
    public PreparedTopics renew(int partitions, Set<Purpose> purposes) {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            Rights rights = new Rights(admin, topics);
            new TopicRenewal(cluster, topics, admin, rights)
                    .deleteAll(partitions == 0 ? DEFAULT_PARTITIONS : partitions, purposes);
            return prepare(admin, rights, partitions, purposes);
        }
    }

    /**
     * The topics needed for a purpose that are not there yet.
     *
     * @throws ClusterException if the cluster does not answer or allow what the purpose needs
     */
    public List<String> missing(Purpose purpose) {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            Set<String> wanted = new LinkedHashSet<>(List.of(topics.events()));
            wanted.addAll(Rights.needed(Set.of(purpose), topics).keySet());
            DescribedTopics seen = DescribedTopics.of(admin, wanted).require(wanted);
            Refusal.requireNone(new Rights(admin, topics).lacking(Set.of(purpose), seen.found()));
            return List.copyOf(seen.missing());
        }
    }

    private PreparedTopics prepare(ClusterAdmin admin, Rights rights, int partitions, Set<Purpose> purposes) {
        Set<String> needed = Rights.needed(purposes, topics).keySet();
        DescribedTopics seen = DescribedTopics.of(admin, names(purposes)).require(needed);
        Refusal.requireNone(rights.lacking(purposes, seen.found()));
        // first, for topics of another version may well have other settings
        new VersionCheck(cluster, topics).require(seen.found(), purposes);
        TopicCheck check = new TopicCheck(topics, partitions, seen.found(), settings(admin, seen.found()));
        check.requireFit();
        int count = check.partitions();
        List<NewTopic> missing = forms.stream()
                .filter(form -> seen.missing().contains(form.name()))
                .map(form -> form.asNew(count))
                .toList();
        List<NewTopic> asked = new ArrayList<>(missing);
        if (seen.missing().contains(topics.changelog()) && !rights.areAll()) {
            // Kafka Streams makes it, with the rights of the same user
            asked.add(TopicSpec.changelog(topics, count).asNew(count));
        }
        create(admin, asked, true);
        create(admin, missing, false);
        return await(admin, rights, partitions, purposes);
    }

    private TopicSettings settings(ClusterAdmin admin, Map<String, TopicDescription> found) {
        return TopicSettings.read(admin, found.keySet());
    }

    private List<String> names(Set<Purpose> purposes) {
        List<String> names = new ArrayList<>(forms.stream().map(TopicSpec::name).toList());
        if (purposes.contains(Purpose.CONSUME)) {
            names.add(topics.changelog());
        }
        return names;
    }

    /** @param onlyAsked whether the cluster is only to say whether it would */
    private static void create(ClusterAdmin admin, List<NewTopic> wanted, boolean onlyAsked) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Right> lacking = new ArrayList<>();
        admin.ask()
                .createTopics(wanted, new CreateTopicsOptions().validateOnly(onlyAsked))
                .values()
                .forEach((name, answer) -> {
                    try {
                        admin.get(answer);
                    } catch (ClusterException e) {
                        if (e.getCause() instanceof TopicAuthorizationException) {
                            lacking.add(Right.onTopic(AclOperation.CREATE, name));
                        } else if (!(e.getCause() instanceof TopicExistsException)) {
                            throw new ClusterException(
                                    "topic '" + name + "' is not there and cannot be made: " + Reason.of(e),
                                    e.getCause());
                        }
                    }
                });
        Refusal.requireNone(lacking);
    }

    /** A new topic may not be known everywhere at once: asks until all are, and checks what became of them. */
    private PreparedTopics await(ClusterAdmin admin, Rights rights, int partitions, Set<Purpose> purposes) {
        return ClusterAdmin.askAgain(() -> {
            DescribedTopics seen = DescribedTopics.of(admin, names(purposes));
            seen.missing().remove(topics.changelog());
            if (!seen.missing().isEmpty()) {
                throw new NotYetException("topics that were made " + ClusterAdmin.TIMEOUT_S + " s ago are not there: "
                        + String.join(", ", seen.missing()));
            }
            Refusal.requireNone(rights.lackingOnTopics(purposes, seen.found()));
            // the controller knows a new topic before its leaders do; one that answers for offsets takes records too
            admin.offsets(
                    seen.found().values().stream()
                            .flatMap(topic -> ClusterAdmin.partitions(topic).stream())
                            .toList(),
                    OffsetSpec.latest());
            TopicCheck check = new TopicCheck(topics, partitions, seen.found(), settings(admin, seen.found()));
            check.requireFit();
            return check.result();
        });
    }
}
