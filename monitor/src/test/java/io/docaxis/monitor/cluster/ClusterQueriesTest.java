package io.docaxis.monitor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.Cluster;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody listens at the cluster's address; answers are made by hand. */
class ClusterQueriesTest {

    private final AtomicInteger answered = new AtomicInteger();
    private final ClusterQueries queries =
            new ClusterQueries(new Cluster("127.0.0.1:1", Map.of()), answered::incrementAndGet);

    @AfterEach
    void close() {
        queries.close();
    }

    @Test
    void tellsOfEachAnswer() throws InterruptedException {
        assertThat(queries.get(KafkaFuture.completedFuture("yes"), "anything")).isEqualTo("yes");
        assertThat(answered).hasValue(1);
    }

    @Test
    void tellsOfARefusalForItIsAnAnswer() {
        assertThatThrownBy(() -> queries.get(failed(new GroupAuthorizationException("g")), "anything"))
                .isInstanceOf(RefusedException.class);
        assertThat(answered).hasValue(1);
    }

    @Test
    void tellsNothingOfASilence() {
        assertThatThrownBy(() -> queries.get(failed(new TimeoutException("nobody")), "anything"))
                .isInstanceOf(UnansweredException.class);
        assertThat(answered).hasValue(0);
    }

    private static KafkaFuture<String> failed(RuntimeException why) {
        return KafkaFuture.completedFuture("").thenApply(answer -> {
            throw why;
        });
    }
}
