package io.docaxis.producer.fastsend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class BlockRequestsTest {

    private static final int SIZE = 5_000;
    private static final long PRODUCER = 77;
    private static final short EPOCH = 3;
    private static final byte[] KEY = new byte[8];
    private static final long NOW = 5_000;

    private final RecordSequences sequences = new RecordSequences();

    /** The contract with Kafka's internals: where it does not hold, producers are slower, and nobody would notice. */
    @Test
    void standsBetweenAProducerAndItsNetworkClient() throws ReflectiveOperationException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "localhost:1"), new ByteArraySerializer(), new ByteArraySerializer())) {
            FastPath path = new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO);
            assertThat(BlockRequests.of(
                            producer,
                            new BatchCompression(Compression.NONE),
                            path,
                            Assertions::fail,
                            BlockRequests.NOBODY))
                    .isNotNull();
        }
    }

    @Test
    void putsTheBatchInPlaceOfItsBlock() {
        assertSent(send(EPOCH, 0, block(3)), EPOCH, 0, 3);
        assertSent(send(EPOCH, 1, block(200)), EPOCH, 3, 200);
        assertSent(send(EPOCH, 2, block(1)), EPOCH, 203, 1);
    }

    @Test
    void numbersOtherRecordsAsTheBrokerCounts() {
        MemoryRecords first = send(EPOCH, 0, other(), other());
        assertThat(BlockRequests.unpacked(first, sequences)).isSameAs(first);
        assertSent(send(EPOCH, 2, block(50)), EPOCH, 2, 50);
        MemoryRecords later = send(EPOCH, 3, other(), other(), other());
        MemoryRecords before = MemoryRecords.readableRecords(ByteBuffer.allocate(later.sizeInBytes())
                .put(later.buffer().duplicate())
                .flip());
        assertSent(later, EPOCH, 52, 3);
        assertThat(later).as("as it was, to be sent again").isEqualTo(before);
        assertSent(later, EPOCH, 52, 3);
        assertSent(send(EPOCH, 6, block(5)), EPOCH, 55, 5);
    }

    @Test
    void numbersWhatIsSentAgainAsBefore() {
        List<MemoryRecords> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(send(EPOCH, i, block(10)));
            assertSent(sent.get(i), EPOCH, 10 * i, 10);
        }
        for (int i = 1; i < 5; i++) {
            assertSent(sent.get(i), EPOCH, 10 * i, 10);
        }
        assertSent(send(EPOCH, 5, block(7)), EPOCH, 50, 7);
    }

    @Test
    void numbersAnewWhatFollowsANumberThatIsGivenAgain() {
        SimpleRecord next = block(20);
        assertSent(send(EPOCH, 0, block(10)), EPOCH, 0, 10);
        assertSent(send(EPOCH, 1, block(15)), EPOCH, 10, 15);
        assertSent(send(EPOCH, 2, next), EPOCH, 25, 20);
        assertSent(send(EPOCH, 1, next), EPOCH, 10, 20);
        assertSent(send(EPOCH, 2, block(5)), EPOCH, 30, 5);
    }

    @Test
    void beginsAtZeroInEachEpoch() {
        short later = EPOCH + 1;
        assertSent(send(EPOCH, 0, block(10)), EPOCH, 0, 10);
        assertSent(send(later, 0, block(4)), later, 0, 4);
        assertSent(send(later, 1, block(9)), later, 4, 9);
    }

    @Test
    void goesOnAtZeroAfterTheGreatestNumber() {
        assertThat(sequences.first(batch(0), Integer.MAX_VALUE - 10)).isZero();
        assertThat(sequences.first(batch(1), 30)).isEqualTo(Integer.MAX_VALUE - 10);
        assertThat(sequences.first(batch(2), 30)).isEqualTo(19);
    }

    @Test
    void remembersMoreThanCanBeOnItsWay() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(sequences.first(batch(i), 3)).isEqualTo(3 * i);
            assertThat(sequences.first(batch(Math.max(0, i - 5)), 3)).isEqualTo(3 * Math.max(0, i - 5));
        }
    }

    /** Where batches on their way get another epoch, Kafka's producer may send the next before it sends them again. */
    @Test
    void numbersWhatComesBeforeItsTimeSoThatItIsRefused() {
        short later = EPOCH + 1;
        assertSent(send(EPOCH, 0, block(10)), EPOCH, 0, 10);
        assertSent(send(EPOCH, 1, block(15)), EPOCH, 10, 15);
        SimpleRecord early = block(20);
        for (int i = 0; i < 2; i++) {
            DefaultRecordBatch refused = onlyBatch(BlockRequests.unpacked(send(later, 2, early), sequences));
            refused.ensureValid();
            assertThat(refused.baseSequence()).isEqualTo(RecordSequences.REFUSED);
        }
        assertSent(send(later, 0, block(10)), later, 0, 10);
        assertSent(send(later, 1, block(15)), later, 10, 15);
        assertSent(send(later, 2, early), later, 25, 20);
        assertSent(send(later, 3, block(5)), later, 45, 5);
    }

    @Test
    void numbersNothingWithoutIdempotence() {
        MemoryRecords sent = MemoryRecords.withRecords(Compression.NONE, block(3));
        DefaultRecordBatch batch = onlyBatch(BlockRequests.unpacked(sent, sequences));
        assertThat(batch.hasProducerId()).isFalse();
        assertThat(batch.baseSequence()).isEqualTo(-1);
        assertThat(batch.countOrNull()).isEqualTo(3);
        batch.ensureValid();
    }

    private void assertSent(MemoryRecords sent, short epoch, int sequence, int count) {
        DefaultRecordBatch batch = onlyBatch(BlockRequests.unpacked(sent, sequences));
        batch.ensureValid();
        assertThat(batch.producerId()).isEqualTo(PRODUCER);
        assertThat(batch.producerEpoch()).isEqualTo(epoch);
        assertThat(batch.baseSequence()).isEqualTo(sequence);
        assertThat(batch.countOrNull()).isEqualTo(count);
        int records = 0;
        for (Record record : batch) {
            assertThat(record.sequence()).isEqualTo(sequence + records++);
            assertThat(record.timestamp()).isEqualTo(NOW);
        }
        assertThat(records).isEqualTo(count);
    }

    private static DefaultRecordBatch onlyBatch(MemoryRecords records) {
        List<MutableRecordBatch> batches = new ArrayList<>();
        records.batches().forEach(batches::add);
        assertThat(batches).hasSize(1);
        return (DefaultRecordBatch) batches.get(0);
    }

    private static SimpleRecord block(int records) {
        RecordBlock block = new RecordBlock(SIZE);
        for (int i = 0; i < records; i++) {
            assertThat(block.add(NOW, KEY, new byte[5], 5, Record.EMPTY_HEADERS))
                    .isTrue();
        }
        return new SimpleRecord(BlockRequests.BLOCK_TIMESTAMP, null, block.toValue(RecordBlock.NO_NUMBER));
    }

    private static SimpleRecord other() {
        return new SimpleRecord(NOW, KEY, new byte[9]);
    }

    private static DefaultRecordBatch batch(int sequence) {
        return onlyBatch(send(EPOCH, sequence, other()));
    }

    /** What Kafka's producer gives to its network client. */
    private static MemoryRecords send(short epoch, int sequence, SimpleRecord... records) {
        return MemoryRecords.withIdempotentRecords(Compression.NONE, PRODUCER, epoch, sequence, records);
    }
}
