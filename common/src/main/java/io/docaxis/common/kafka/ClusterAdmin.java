package io.docaxis.common.kafka;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/**
 * Kafka's admin client as the rest of this package asks it: every answer is bounded in time, and where there is none a {@link
 * ClusterException} says why. Blocking.
 */
final class ClusterAdmin implements AutoCloseable {

    static final int TIMEOUT_S = 20;

    private final Cluster cluster;
    private final Admin admin;

    /** @throws ClusterException if no client can be made with the cluster's properties */
    ClusterAdmin(Cluster cluster) {
        this.cluster = cluster;
        try {
            admin = Admin.create(cluster.admin(Map.of("request.timeout.ms", 10_000, "default.api.timeout.ms", 15_000)));
        } catch (KafkaException e) {
            throw new ClusterException("no Kafka client for '" + cluster.bootstrapServers() + "': " + Reason.of(e), e);
        }
    }

    /** What the answers are asked of. */
    Admin ask() {
        return admin;
    }

    /** @throws ClusterException if there is no answer, or the answer is an error, which is then the cause */
    <T> T get(KafkaFuture<T> answer) {
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

    /** @throws ClusterException if somebody wants this thread to stop */
    static void pause() {
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
