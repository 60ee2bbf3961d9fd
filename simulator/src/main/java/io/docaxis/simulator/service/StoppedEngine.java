package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import io.docaxis.common.kafka.topic.Refusal;
import io.docaxis.consumer.state.StoredVersionException;
import io.docaxis.consumer.stream.Engine;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** Why a stream engine has stopped for good, in words of whoever started it. */
public final class StoppedEngine {

    /** Of the broker. */
    private static final String MAX_TIMEOUT = "transaction.max.timeout.ms";

    private StoppedEngine() {}

    /**
     * Why it has stopped, where that is its own matter; empty while it has not.
     *
     * @param transactionTooLong what to do where a broker does not allow transactions of this length
     * @throws ClusterException if it has stopped because the cluster does not allow what it wants, or has state of another version
     */
    public static Optional<String> failure(Engine engine, Topics topics, Supplier<String> transactionTooLong) {
        if (engine.failure().isEmpty()) {
            return Optional.empty();
        }
        Throwable cause = engine.cause().orElse(null);
        Refusal.in(cause, topic -> done(topic, topics), topics.group()).ifPresent(refused -> {
            throw refused;
        });
        if (Causes.any(cause, MissingSourceTopicException.class::isInstance)) {
            throw new ClusterException(
                    "topic '" + topics.events() + "' was deleted while it was consumed: what it held is lost", cause);
        }
        if (Causes.any(cause, StoredVersionException.class::isInstance)) {
            throw new ClusterException(
                    "topic '" + topics.changelog() + "' has the state of another version of docaxis ("
                            + engine.failure().get() + "): " + OtherVersionException.ADVICE,
                    cause);
        }
        if (isTransactionTooLong(cause)) {
            throw new ClusterException(transactionTooLong.get(), cause);
        }
        return engine.failure();
    }

    /** What a consumer does with a topic. */
    private static AclOperation done(String topic, Topics topics) {
        return topic.equals(topics.events()) ? AclOperation.READ : AclOperation.WRITE;
    }

    /** Kafka's producer gives the reason as text alone. */
    private static boolean isTransactionTooLong(Throwable failure) {
        return Causes.any(failure, cause -> String.valueOf(cause.getMessage()).contains(MAX_TIMEOUT));
    }
}
