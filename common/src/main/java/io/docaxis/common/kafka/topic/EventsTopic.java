package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.NotYetException;
import io.docaxis.common.kafka.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * One topic for events, under any name, where nothing is concluded from them: made where it is not there, else taken as it is. Blocking;
 * bounded in time.
 */
public final class EventsTopic {

    private static final Map<String, String> SETTINGS = Map.of(TopicSpec.CLEANUP_POLICY, "delete");

    private final ClusterAdmin admin;
    private final String name;
    private final int wanted;

    private EventsTopic(ClusterAdmin admin, String name, int wanted) {
        this.admin = admin;
        this.name = name;
        this.wanted = wanted;
    }

    /**
     * Sees to it that it is there.
     *
     * @param partitions 0: as it is, or the default
     * @throws ClusterException if the cluster does not answer or allow it, or the topic has another number of partitions
     */
    public static PreparedTopics prepare(Cluster cluster, String name, int partitions) {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            return new EventsTopic(admin, name, partitions).prepare();
        }
    }

    /**
     * How many replicas its partition with the most has, or would have if the topic was made; nothing is made.
     *
     * @throws ClusterException if the cluster does not answer or allow it
     */
    public static int replicas(Cluster cluster, String name) {
        try (ClusterAdmin admin = new ClusterAdmin(cluster)) {
            return new EventsTopic(admin, name, 0).replicas();
        }
    }

    private int replicas() {
        DescribedTopics seen = DescribedTopics.of(admin, List.of(name)).require(Set.of(name));
        if (seen.missing().isEmpty()) {
            return seen.found().get(name).partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .max()
                    .orElse(1);
        }
        CreateTopicsResult asked = create(true);
        return asked == null ? replicas() : admin.get(asked.replicationFactor(name));
    }

    private PreparedTopics prepare() {
        DescribedTopics seen = DescribedTopics.of(admin, List.of(name)).require(Set.of(name));
        if (seen.missing().isEmpty()) {
            return checked(seen.found().get(name));
        }
        create(false);
        return ClusterAdmin.askAgain(() -> {
            DescribedTopics again = DescribedTopics.of(admin, List.of(name)).require(Set.of(name));
            if (!again.missing().isEmpty()) {
                throw new NotYetException(
                        "topic '" + name + "' was made " + ClusterAdmin.TIMEOUT_S + " s ago, and is not there");
            }
            TopicDescription topic = again.found().get(name);
            // the controller knows a new topic before its leaders do; one that answers for offsets takes records too
            admin.offsets(ClusterAdmin.partitions(topic), OffsetSpec.latest());
            return checked(topic);
        });
    }

    /**
     * Makes it.
     *
     * @param onlyAsked whether the cluster is only to say whether it would
     * @return null: somebody has made it meanwhile
     */
    private CreateTopicsResult create(boolean onlyAsked) {
        NewTopic topic = new NewTopic(
                        name, Optional.of(wanted == 0 ? TopicSetup.DEFAULT_PARTITIONS : wanted), Optional.empty())
                .configs(SETTINGS);
        CreateTopicsResult result =
                admin.ask().createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(onlyAsked));
        try {
            admin.get(result.all());
            return result;
        } catch (ClusterException e) {
            if (e.getCause() instanceof TopicAuthorizationException) {
                Refusal.requireNone(List.of(Right.onTopic(AclOperation.CREATE, name)));
            }
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new ClusterException(
                        "topic '" + name + "' is not there and cannot be made: " + Reason.of(e), e.getCause());
            }
            return null;
        }
    }

    private PreparedTopics checked(TopicDescription topic) {
        List<Right> lacking = new ArrayList<>();
        if (Rights.isRefused(AclOperation.WRITE, topic.authorizedOperations())) {
            lacking.add(Right.onTopic(AclOperation.WRITE, name));
        }
        Refusal.requireNone(lacking);
        int partitions = topic.partitions().size();
        if (wanted != 0 && wanted != partitions) {
            throw new ClusterException("topic '" + name + "' exists with " + partitions + " partitions, wanted "
                    + wanted + ": use --partitions " + partitions + ", or another topic");
        }
        int batchBytes = TopicSettings.read(admin, List.of(name)).batchBytes();
        return new PreparedTopics(partitions, batchBytes, List.of());
    }
}
