package io.docaxis.consumer.fastfetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class UnparsedFetchesTest {

    private final FastPath path = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);

    /** The contract with Kafka's internals: where it does not hold, consumers are slower, and nobody would notice. */
    @Test
    void standsBetweenAConsumerAndItsNetworkClient() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "localhost:1", "group.id", "test"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            UnparsedFetches.leaveTo(consumer, path);
            assertThat(path.isOpen()).isTrue();
        }
    }

    /** Kafka's consumer has to get them, for it is who says what is wrong: an exception here would leave it waiting for an answer. */
    @Test
    void leavesRecordsWithoutBatchesAsTheyAre() {
        MemoryRecords broken =
                MemoryRecords.readableRecords(ByteBuffer.allocate(100).putInt(8, -1));
        var partition = new FetchResponseData.PartitionData().setRecords(broken);
        UnparsedFetches.leaveUnparsed(partition, broken, 0, path);
        assertThat(partition.records()).isSameAs(broken);
        assertThat(path.isOpen()).isTrue();
        assertThatThrownBy(() -> broken.batches().iterator().next()).isInstanceOf(CorruptRecordException.class);
    }

    @Test
    void leavesAConsumerOfAnotherKindAsItIs() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "localhost:1", "group.id", "test", "group.protocol", "consumer"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            UnparsedFetches.leaveTo(consumer, path);
            assertThat(path.off().orElseThrow().why()).isEqualTo(FastPath.Why.UNFAMILIAR);
        }
    }
}
