package io.docaxis.producer.fastsend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MemoryRecordsBuilder;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;

class RecordBlockTest {

    private static final int SIZE = 20_000;
    private static final long PRODUCER = 77;
    private static final short EPOCH = 3;
    private static final Header[] HEADERS = {
        new RecordHeader("số", new byte[] {1, 2}), new RecordHeader("empty", new byte[0])
    };

    private final Random random = new Random(5);
    private final RecordBlock block = new RecordBlock(SIZE);

    /** Kafka's own builder is the oracle, byte for byte. */
    @Test
    void makesTheBatchThatKafkaMakes() {
        for (int round = 0; round < 200; round++) {
            long now = 1_700_000_000_000L + random.nextInt(1_000);
            int sequence = random.nextInt(Integer.MAX_VALUE);
            MemoryRecordsBuilder kafkas = builder(sequence);
            int records = 0;
            int longest = 1 + random.nextInt(300);
            boolean room = true;
            while (room) {
                // clocks are set back, too
                now += random.nextInt(100) - 10;
                byte[] key = bytes(8);
                byte[] value = bytes(longest);
                int length = random.nextInt(longest);
                Header[] headers = random.nextInt(5) == 0 ? HEADERS : Record.EMPTY_HEADERS;
                room = block.add(now, key, value, length, headers);
                if (room) {
                    records++;
                    kafkas.append(now, key, Arrays.copyOf(value, length), headers);
                }
            }
            assertThat(records).isGreaterThan(40).isEqualTo(block.records());
            ByteBuffer value =
                    ByteBuffer.wrap(block.toValue(RecordBlock.NO_NUMBER).clone());
            assertThat(RecordBlock.records(value)).isEqualTo(records);
            assertThat(RecordBlock.batch(value, PRODUCER, EPOCH, sequence))
                    .isEqualTo(kafkas.build().buffer());
            block.clear();
            assertThat(block.records()).isZero();
        }
    }

    @Test
    void makesTheBatchAnewForEachSend() {
        block.add(1_000, bytes(8), bytes(100), 100, HEADERS);
        ByteBuffer value = ByteBuffer.wrap(block.toValue(RecordBlock.NO_NUMBER));
        ByteBuffer first = copy(RecordBlock.batch(value, PRODUCER, EPOCH, 40));
        assertThat(copy(RecordBlock.batch(value, PRODUCER, (short) (EPOCH + 1), 0)))
                .isNotEqualTo(first);
        assertThat(RecordBlock.batch(value, PRODUCER, EPOCH, 40)).isEqualTo(first);
    }

    @Test
    void liesAnywhereInItsBuffer() {
        block.add(1_000, bytes(8), bytes(100), 100, HEADERS);
        ByteBuffer within = ByteBuffer.allocate(SIZE + 50);
        within.position(13).put(block.toValue(RecordBlock.NO_NUMBER)).flip().position(13);
        ByteBuffer batch = RecordBlock.batch(within.slice(), PRODUCER, EPOCH, 40);
        assertThat(batch)
                .isEqualTo(
                        RecordBlock.batch(ByteBuffer.wrap(block.toValue(RecordBlock.NO_NUMBER)), PRODUCER, EPOCH, 40));
        MemoryRecords.readableRecords(batch).batches().forEach(RecordBatch::ensureValid);
    }

    @Test
    void takesNothingOfARecordForWhichThereIsNoRoom() {
        assertThat(block.add(1_000, bytes(8), bytes(SIZE), SIZE, HEADERS)).isFalse();
        assertThat(block.records()).isZero();
        block.add(1_000, bytes(8), bytes(10), 10, HEADERS);
        byte[] before = block.toValue(RecordBlock.NO_NUMBER).clone();
        assertThat(block.add(2_000, bytes(8), bytes(SIZE), SIZE - 150, HEADERS)).isFalse();
        assertThat(block.toValue(RecordBlock.NO_NUMBER)).isEqualTo(before);
        assertThat(block.firstTimestamp()).isEqualTo(1_000);
    }

    private static ByteBuffer copy(ByteBuffer batch) {
        return ByteBuffer.allocate(batch.remaining()).put(batch.duplicate()).flip();
    }

    private static MemoryRecordsBuilder builder(int sequence) {
        return MemoryRecords.builder(
                ByteBuffer.allocate(SIZE),
                RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.NONE,
                TimestampType.CREATE_TIME,
                0,
                RecordBatch.NO_TIMESTAMP,
                PRODUCER,
                EPOCH,
                sequence);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
