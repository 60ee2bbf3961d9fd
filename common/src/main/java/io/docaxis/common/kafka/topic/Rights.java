package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * Which rights the user of a cluster has and which of those needed lack, as far as the cluster tells: what it keeps to itself
 * shows once it is used. Blocking.
 */
final class Rights {

    private final ClusterAdmin admin;
    private final Topics topics;
    private final Set<AclOperation> onCluster;

    Rights(ClusterAdmin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
        Set<AclOperation> allowed = admin.get(admin.ask()
                .describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
                .authorizedOperations());
        onCluster = allowed == null ? Set.of() : allowed;
    }

    /** Whether there is nothing that this user may not do: then further questions are spared. */
    boolean areAll() {
        return onCluster.contains(AclOperation.ALTER);
    }

    /** What lacks for some purposes on topics that are there. */
    List<Right> lacking(Set<Purpose> purposes, Map<String, TopicDescription> found) {
        List<Right> lacking = lackingOnTopics(purposes, found);
        if (purposes.contains(Purpose.CONSUME) && !areAll()) {
            lacking.addAll(lackingOfConsumers());
        }
        return lacking;
    }

    /** The same without group and transactions. */
    List<Right> lackingOnTopics(Set<Purpose> purposes, Map<String, TopicDescription> found) {
        List<Right> lacking = new ArrayList<>();
        needed(purposes, topics).forEach((topic, operations) -> {
            TopicDescription description = found.get(topic);
            if (description != null) {
                operations.stream()
                        .filter(operation -> isRefused(operation, description.authorizedOperations()))
                        .forEach(operation -> lacking.add(Right.onTopic(operation, topic)));
            }
        });
        return lacking;
    }

    /** What lacks to delete topics and make them anew. */
    List<Right> lackingToRenew(Map<String, TopicDescription> doomed, Set<String> wanted) {
        List<Right> lacking = new ArrayList<>();
        doomed.forEach((topic, description) -> {
            Set<AclOperation> allowed = description.authorizedOperations();
            if (isRefused(AclOperation.DELETE, allowed)) {
                lacking.add(Right.onTopic(AclOperation.DELETE, topic));
            }
            if (wanted.contains(topic)
                    && isRefused(AclOperation.CREATE, allowed)
                    && !onCluster.contains(AclOperation.CREATE)) {
                lacking.add(Right.onTopic(AclOperation.CREATE, topic));
            }
        });
        return lacking;
    }

    static boolean isRefused(AclOperation operation, Set<AclOperation> allowed) {
        return allowed != null && !allowed.contains(operation);
    }

    private List<Right> lackingOfConsumers() {
        List<Right> lacking = new ArrayList<>();
        if (isRefused(AclOperation.READ, onGroup())) {
            lacking.add(Right.onGroup(AclOperation.READ, topics.group()));
        }
        try {
            // asking about one needs the leave to see it, which the leave to write brings
            Right transactions = Refusal.transactions(topics.group());
            admin.get(admin.ask()
                    .describeTransactions(List.of(transactions.name()))
                    .all());
        } catch (ClusterException e) {
            if (e.getCause() instanceof TransactionalIdAuthorizationException) {
                lacking.add(Refusal.transactions(topics.group()));
            } else if (!(e.getCause() instanceof TransactionalIdNotFoundException)) {
                throw e;
            }
        }
        return lacking;
    }

    /** What is allowed with the consumers' group; null where the cluster does not say. */
    private Set<AclOperation> onGroup() {
        try {
            return admin.get(admin.ask()
                            .describeConsumerGroups(
                                    List.of(topics.group()),
                                    new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                            .all())
                    .get(topics.group())
                    .authorizedOperations();
        } catch (ClusterException e) {
            if (e.getCause() instanceof GroupAuthorizationException) {
                return Set.of();
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw e;
        }
    }

    /** What has to be done with each topic. */
    static Map<String, Set<AclOperation>> needed(Set<Purpose> purposes, Topics topics) {
        Map<String, Set<AclOperation>> needed = new LinkedHashMap<>();
        if (purposes.contains(Purpose.PRODUCE)) {
            add(needed, topics.events(), AclOperation.READ, AclOperation.WRITE);
            add(needed, topics.ledger(), AclOperation.READ, AclOperation.WRITE);
        }
        if (purposes.contains(Purpose.CONSUME)) {
            add(needed, topics.events(), AclOperation.READ);
            add(needed, topics.deadLetters(), AclOperation.WRITE);
            add(needed, topics.lateness(), AclOperation.WRITE);
            add(needed, topics.tally(), AclOperation.READ, AclOperation.WRITE);
            add(needed, topics.changelog(), AclOperation.READ, AclOperation.WRITE);
        }
        if (purposes.contains(Purpose.VERIFY)) {
            add(needed, topics.ledger(), AclOperation.READ);
            add(needed, topics.tally(), AclOperation.READ);
        }
        return needed;
    }

    private static void add(Map<String, Set<AclOperation>> needed, String topic, AclOperation... operations) {
        needed.computeIfAbsent(topic, any -> EnumSet.noneOf(AclOperation.class)).addAll(List.of(operations));
    }
}
