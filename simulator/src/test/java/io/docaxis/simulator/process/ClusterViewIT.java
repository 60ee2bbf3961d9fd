package io.docaxis.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class ClusterViewIT {

    private static final Topics TOPICS = new Topics("left");

    @Test
    void movesAnOffsetOnceTheSessionOfAMemberThatDidNotLeaveIsOver() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why))) {
            Cluster cluster = Cluster.of(broker.bootstrapServers());
            new TopicSetup(cluster, TOPICS).ensure(1);
            endWithoutLeaving(cluster);
            TopicPartition partition = new TopicPartition(TOPICS.events(), 0);
            try (ClusterView view = new ClusterView(cluster)) {
                assertThat(view.assigned(TOPICS.group())).isEqualTo(1);

                view.commit(TOPICS.group(), partition, 7);

                assertThat(view.committed(TOPICS.group())).containsExactly(Map.entry(partition, 7L));
            }
        }
    }

    private static void endWithoutLeaving(Cluster cluster) {
        Map<String, Object> settings = cluster.client(
                Map.of("group.id", TOPICS.group(), "session.timeout.ms", 6_000, "heartbeat.interval.ms", 500));
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(TOPICS.events()));
        Waiting.until("an assignment", () -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        consumer.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
    }
}
