package io.docaxis.common.kafka;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Kafka's admin client as commands ask it before they start: every answer is bounded in time, and where there is none a {@link
 * ClusterException} says why. Blocking.
 */
public final class ClusterAdmin implements AutoCloseable {

    /** The longest that an answer may take. */
    public static final int TIMEOUT_S = 20;

    private final Cluster cluster;
    private final Admin admin;

    /** @throws ClusterException if no client can be made with the cluster's properties */
    public ClusterAdmin(Cluster cluster) {
        this.cluster = cluster;
        try {
            admin = Admin.create(cluster.admin(Map.of("request.timeout.ms", 10_000, "default.api.timeout.ms", 15_000)));
        } catch (KafkaException e) {
            throw new ClusterException("no Kafka client for '" + cluster.bootstrapServers() + "': " + Reason.of(e), e);
        }
    }

    /** What the answers are asked of. */
    public Admin ask() {
        return admin;
    }

    /** @throws ClusterException if there is no answer, or the answer is an error, which is then the cause */
    public <T> T get(KafkaFuture<T> answer) {
        LocalTime since = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            return answer.get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw unreachable(since, cause);
            }
            throw new ClusterException(Reason.of(cause), cause);
        } catch (TimeoutException e) {
            throw unreachable(since, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for " + cluster.bootstrapServers(), e);
        }
    }

    private ClusterException unreachable(LocalTime since, Throwable cause) {
        return new ClusterException(
                "no Kafka broker answers at '" + cluster.bootstrapServers() + "' since " + since + ": "
                        + Reason.of(cause),
                cause);
    }

    /** The offsets of partitions that a specification means. */
    public Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }

    /** The partitions of a topic, in order. */
    public static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }

    /**
     * Asks a question again, for {@link #TIMEOUT_S}, as long as it is not answered yet. A cluster does not know at once, and not
     * everywhere, what was done to its topics.
     *
     * @throws ClusterException the last that the question threw, if time is up; any that is no {@link NotYetException} and is not about
     *     a topic that is unknown
     */
    public static <T> T askAgain(Supplier<T> question) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        while (true) {
            try {
                return question.get();
            } catch (ClusterException e) {
                boolean mayPass =
                        e instanceof NotYetException || e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!mayPass || System.nanoTime() > until) {
                    throw e;
                }
            }
            pause();
        }
    }

    /** @throws ClusterException if somebody wants this thread to stop */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for topics", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
