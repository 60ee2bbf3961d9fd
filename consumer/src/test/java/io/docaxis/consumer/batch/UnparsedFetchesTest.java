package io.docaxis.consumer.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class UnparsedFetchesTest {

    /** The contract with Kafka's internals: where it does not hold, consumers are slower, and nobody would notice. */
    @Test
    void standsBetweenAConsumerAndItsNetworkClient() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "localhost:1", "group.id", "test"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            assertThat(UnparsedFetches.leaveTo(consumer)).isTrue();
        }
    }

    @Test
    void leavesAConsumerOfAnotherKindAsItIs() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "localhost:1", "group.id", "test", "group.protocol", "consumer"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            assertThat(UnparsedFetches.leaveTo(consumer)).isFalse();
        }
    }
}
