package io.docaxis.monitor.cluster;

import io.docaxis.common.kafka.Causes;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What is asked of a cluster again and again, each question bounded in time. Silence ends in an {@link UnansweredException}, an
 * answer that is none in a {@link RefusedException}: the one is about the cluster, the other about what was asked. Thread-safe.
 */
public final class ClusterQueries implements AutoCloseable {

    private final Admin admin;
    private final Runnable answered;

    public ClusterQueries(Cluster cluster) {
        this(cluster, () -> {});
    }

    /** @param answered called for each question that the cluster answers, also where it refuses */
    public ClusterQueries(Cluster cluster, Runnable answered) {
        this.answered = answered;
        admin = Admin.create(cluster.admin(Map.of(
                // time for a second broker where the first says nothing
                "request.timeout.ms",
                UnansweredException.TIMEOUT_MS / 2,
                "default.api.timeout.ms",
                UnansweredException.TIMEOUT_MS,
                "enable.metrics.push",
                false)));
    }

    /** By which the cluster knows itself. */
    public String id() throws InterruptedException {
        return get(admin.describeCluster().clusterId(), "the cluster's id");
    }

    /** @throws TopicGoneException if there is no such topic */
    public TopicDescription topic(String name) throws InterruptedException {
        return get(admin.describeTopics(List.of(name)).allTopicNames(), "topic '" + name + "'")
                .get(name);
    }

    <T> T get(KafkaFuture<T> answer, String asked) throws InterruptedException {
        try {
            T said = await(answer, asked);
            answered.run();
            return said;
        } catch (RefusedException e) {
            answered.run();
            throw e;
        }
    }

    /** The same of what Kafka's client may make up itself: that it comes says nothing about the cluster. */
    static <T> T await(KafkaFuture<T> answer, String asked) throws InterruptedException {
        try {
            // the client's own patience ends before
            return answer.get(2L * UnansweredException.TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnansweredException(asked, e);
        } catch (ExecutionException e) {
            throw failure(asked, e.getCause());
        }
    }

    /** Kafka's client wraps it, or not, by question. */
    private static boolean isSilence(Throwable why) {
        return why instanceof org.apache.kafka.common.errors.TimeoutException || why instanceof DisconnectException;
    }

    /** What came instead of an answer, in words. */
    static RuntimeException failure(String asked, Throwable why) {
        if (Causes.any(why, ClusterQueries::isSilence)) {
            return new UnansweredException(asked, why);
        }
        return why instanceof UnknownTopicOrPartitionException
                ? new TopicGoneException(asked + " is not there", why)
                : new RefusedException(asked + ": " + Reason.of(why), why);
    }

    Admin admin() {
        return admin;
    }

    @Override
    public void close() {
        // whoever asked is not there any more
        admin.close(Duration.ZERO);
    }
}
