package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import io.docaxis.common.kafka.topic.Refusal;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.consumer.state.StoredVersionException;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** What a command wants to know of the consumer that runs in its process. */
final class LocalConsumer {

    /** Of the broker. */
    private static final String MAX_TIMEOUT = "transaction.max.timeout.ms";

    private LocalConsumer() {}

    /**
     * How far all consumers together have come.
     *
     * @param unread what they can read and have not
     */
    static ProgressSnapshot progress(String phase, Figures figures, OptionalLong unread) {
        boolean known = figures.tally().isKnown();
        return new ProgressSnapshot(
                phase,
                figures.tally().watermark(),
                OptionalDouble.empty(),
                known ? OptionalLong.of(figures.tally().recordsRead()) : OptionalLong.empty(),
                OptionalLong.empty(),
                unread);
    }

    /** Seconds by which the run's calendar is ahead of UTC; empty: nobody has said it yet. */
    static OptionalInt utcOffsetS(Figures figures) {
        return figures.tally().headers().values().stream()
                .filter(PartHeader::hasUtcOffsetS)
                .mapToInt(PartHeader::getUtcOffsetS)
                .findFirst();
    }

    /**
     * Does nothing while the engine runs.
     *
     * @throws ClusterException if it has stopped because the cluster does not allow what it wants, or has state of another version
     * @throws IncompleteException if it has stopped for good for another reason
     */
    static void requireRunning(Engine engine, Topics topics, ConsumerOptions options) {
        if (engine.failure().isEmpty()) {
            return;
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
            throw new ClusterException(options.transactionTooLong(), cause);
        }
        throw new IncompleteException(
                "the consumer stopped: " + engine.failure().get());
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
