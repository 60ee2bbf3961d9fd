package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.ClusterAdmin;
import io.docaxis.common.kafka.ClusterException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Topics as a cluster describes them, with what this user may do with each.
 *
 * @param found those that are there
 * @param missing those that are not
 * @param hidden those of which this user may not know whether they are there
 */
record DescribedTopics(Map<String, TopicDescription> found, Set<String> missing, Set<String> hidden) {

    static DescribedTopics of(ClusterAdmin admin, Collection<String> names) {
        DescribedTopics seen = new DescribedTopics(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        Map<String, KafkaFuture<TopicDescription>> answers = admin.ask()
                .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (String name : names) {
            try {
                seen.found.put(name, admin.get(answers.get(name)));
            } catch (ClusterException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    seen.missing.add(name);
                } else if (e.getCause() instanceof TopicAuthorizationException) {
                    seen.hidden.add(name);
                } else {
                    throw e;
                }
            }
        }
        return seen;
    }

    /** @throws ClusterException if one of these topics is hidden */
    DescribedTopics require(Collection<String> visible) {
        List<Right> lacking = hidden.stream()
                .filter(visible::contains)
                .map(name -> Right.onTopic(AclOperation.DESCRIBE, name))
                .toList();
        Refusal.requireNone(lacking);
        return this;
    }
}
