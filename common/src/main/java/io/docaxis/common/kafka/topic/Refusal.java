package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.ClusterException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;

/** A cluster does not allow what has to be done: operation, resource and what to grant, in words. */
public final class Refusal {

    private static final String SAYS = "the Kafka cluster does not allow ";
    private static final String GRANT =
            ": grant that to the user of these commands; docs/operating.md lists every right that docaxis needs";

    private Refusal() {}

    /** Why nothing of a prefix is deleted. */
    static ClusterException ofRenewal(String why) {
        return new ClusterException("--fresh deletes nothing, for " + why);
    }

    /** @throws ClusterException that names all that lacks, if anything does */
    static void requireNone(Collection<Right> lacking) {
        if (!lacking.isEmpty()) {
            throw of(lacking, null);
        }
    }

    /** All that lacks, in one message. */
    static ClusterException of(Collection<Right> lacking, Throwable cause) {
        return new ClusterException(
                lacking.stream()
                        .map(Right::toString)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ", SAYS, GRANT)),
                cause);
    }

    /**
     * What a failure says if somewhere in it a cluster refuses something.
     *
     * @param doing what was done with a topic, by its name: Kafka tells the name alone
     * @param group the consumers' group, after which their transactions are named
     */
    public static Optional<ClusterException> in(Throwable failure, Function<String, AclOperation> doing, String group) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException refused) {
                List<Right> lacking = lacking(refused, doing, group);
                return Optional.of(
                        lacking.isEmpty()
                                ? new ClusterException(SAYS + "it (" + refused.getMessage() + ")" + GRANT, failure)
                                : of(lacking, failure));
            }
        }
        return Optional.empty();
    }

    private static List<Right> lacking(
            AuthorizationException refused, Function<String, AclOperation> doing, String group) {
        if (refused instanceof TopicAuthorizationException topics) {
            return topics.unauthorizedTopics().stream()
                    .sorted()
                    .map(topic -> Right.onTopic(doing.apply(topic), topic))
                    .toList();
        }
        if (refused instanceof GroupAuthorizationException) {
            return List.of(Right.onGroup(AclOperation.READ, group));
        }
        return refused instanceof TransactionalIdAuthorizationException ? List.of(transactions(group)) : List.of();
    }

    /** Streams names its transactions after its group. */
    static Right transactions(String group) {
        return new Right(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, group + "-");
    }
}
