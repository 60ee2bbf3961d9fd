package io.docaxis.consumer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.ThreadKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.DefaultRecordBatch;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.Records;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.apache.kafka.common.utils.internals.CloseableIterator;
import org.junit.jupiter.api.Test;

/** Kafka's own reading of the same bytes is the oracle. */
class RecordCursorTest {

    private static final int SEEDS = 300;
    private static final long PRODUCER = 7;

    @Test
    void readsWhatKafkaReadsFromWhateverOffset() {
        int unparsed = 0;
        int parsed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            MemoryRecords records = random(random);
            long next = records.lastBatch().orElseThrow().nextOffset();
            for (long from = 0; from < next; from += 1 + random.nextLong(next / 4)) {
                List<ConsumerRecord<byte[], byte[]>> polled = polled(UnparsedFetches.unparsed(records, from), from);
                assertThat(read(new Batch(polled)))
                        .as("seed " + seed + " from " + from)
                        .isEqualTo(texts(polled(records, from)));
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    if (UnparsedBatch.of(record.headers()) == null) {
                        parsed++;
                    } else {
                        unparsed++;
                    }
                }
            }
        }
        System.out.println(unparsed + " batches unparsed, " + parsed + " records parsed by Kafka");
        assertThat(unparsed).isGreaterThan(1_000);
        assertThat(parsed).isGreaterThan(1_000);
    }

    @Test
    void aBatchBeginsWithTheFirstRecordThatWasAskedFor() {
        MemoryRecords records = MemoryRecords.withRecords(40, Compression.NONE, simple(1), simple(2), simple(3));
        assertThat(whole(records, 0).asRecord().offset()).isEqualTo(40);
        assertThat(whole(records, 41).asRecord().offset()).isEqualTo(41);
        assertThat(whole(records, 41).asRecord().timestamp()).isEqualTo(3);
        assertThat(read(whole(records, 41))).hasSize(2);
    }

    /** As compaction leaves a batch of a producer that may still write. */
    @Test
    void aBatchMayBeEmpty() {
        ByteBuffer empty = ByteBuffer.allocate(DefaultRecordBatch.RECORD_BATCH_OVERHEAD);
        DefaultRecordBatch.writeEmptyHeader(
                empty, (byte) 2, PRODUCER, (short) 0, 0, 5, 9, 1, TimestampType.CREATE_TIME, 1, false, false);
        empty.flip();
        assertThat(read(whole(MemoryRecords.readableRecords(empty), 0))).isEmpty();
    }

    @Test
    void saysWhereARecordIsLongerThanItsBatch() {
        Batch batch = whole(MemoryRecords.withRecords(0, Compression.NONE, simple(1), simple(2)), 0);
        UnparsedBatch unparsed = UnparsedBatch.of(batch.records().get(0).headers());
        unparsed.bytes()[unparsed.start()] = 126;
        RecordCursor cursor = new RecordCursor();
        cursor.open(batch);
        assertThatThrownBy(cursor::next)
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("a record of 63 bytes")
                .hasMessageContaining("ends at offset 1");
    }

    private static Batch whole(MemoryRecords records, long from) {
        return new Batch(polled(UnparsedFetches.unparsed(records, from), from));
    }

    private static SimpleRecord simple(long timestampMs) {
        return new SimpleRecord(timestampMs, ThreadKey.bytes(timestampMs & EventReader.MAX_THREAD), new byte[] {1});
    }

    /** Several batches of all kinds, not at the beginning of their array. */
    private static MemoryRecords random(Random random) {
        List<MemoryRecords> batches = new ArrayList<>();
        long offset = random.nextInt(1_000);
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            MemoryRecords batch = batch(random, offset);
            batches.add(batch);
            offset = batch.lastBatch().orElseThrow().nextOffset() + random.nextInt(3);
        }
        ByteBuffer all = ByteBuffer.allocate(
                13 + batches.stream().mapToInt(MemoryRecords::sizeInBytes).sum());
        all.position(13);
        batches.forEach(batch -> all.put(batch.buffer()));
        all.flip().position(13);
        return MemoryRecords.readableRecords(all.slice());
    }

    private static MemoryRecords batch(Random random, long offset) {
        SimpleRecord[] records = new SimpleRecord[1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 8)];
        Arrays.setAll(records, i -> record(random));
        return switch (random.nextInt(8)) {
            case 0 ->
                MemoryRecords.withEndTransactionMarker(
                        offset, 1, 1, PRODUCER, (short) 0, new EndTransactionMarker(ControlRecordType.COMMIT, 0));
            case 1 -> MemoryRecords.withRecords(offset, Compression.gzip().build(), records);
            case 2 ->
                MemoryRecords.withRecords((byte) 2, offset, Compression.NONE, TimestampType.LOG_APPEND_TIME, records);
            case 3 ->
                MemoryRecords.withTransactionalRecords(offset, Compression.NONE, PRODUCER, (short) 0, 0, 1, records);
            default ->
                MemoryRecords.withIdempotentRecords(offset, Compression.NONE, PRODUCER, (short) 0, 0, 1, records);
        };
    }

    private static SimpleRecord record(Random random) {
        Header[] headers = new Header[random.nextInt(4) == 0 ? random.nextInt(3) : 0];
        Arrays.setAll(headers, i -> new RecordHeader("header" + i, bytes(random, 20)));
        byte[] key =
                random.nextBoolean() ? ThreadKey.bytes(random.nextLong() & EventReader.MAX_THREAD) : bytes(random, 12);
        return new SimpleRecord(
                random.nextLong(1L << random.nextInt(1, 45)), key, bytes(random, random.nextInt(1, 400)), headers);
    }

    private static byte[] bytes(Random random, int most) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** As Kafka's consumer goes through a fetch. */
    private static List<ConsumerRecord<byte[], byte[]>> polled(Records records, long from) {
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        for (RecordBatch batch : records.batches()) {
            try (CloseableIterator<Record> each = batch.streamingIterator(BufferSupplier.NO_CACHING)) {
                each.forEachRemaining(record -> {
                    if (!batch.isControlBatch() && record.offset() >= from) {
                        polled.add(consumerRecord(record));
                    }
                });
            }
        }
        return polled;
    }

    private static ConsumerRecord<byte[], byte[]> consumerRecord(Record record) {
        return new ConsumerRecord<>(
                "events",
                3,
                record.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.keySize(),
                record.valueSize(),
                Utils.toNullableArray(record.key()),
                Utils.toNullableArray(record.value()),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }

    private static List<String> read(Batch batch) {
        List<String> read = new ArrayList<>();
        RecordCursor cursor = new RecordCursor();
        cursor.open(batch);
        while (cursor.next()) {
            ConsumerRecord<byte[], byte[]> record = cursor.record();
            read.add(text(record));
            assertThat(cursor.offset()).isEqualTo(record.offset());
            assertThat(cursor.timestampMs()).isEqualTo(record.timestamp());
            assertThat(cursor.thread()).isEqualTo(ThreadKey.thread(record.key()));
            byte[] value =
                    cursor.bytes() == null ? null : Arrays.copyOfRange(cursor.bytes(), cursor.start(), cursor.end());
            assertThat(value).isEqualTo(record.value());
        }
        return read;
    }

    private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(RecordCursorTest::text).toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + " " + record.partition() + " " + record.offset() + " " + record.timestamp() + " "
                + Arrays.toString(record.key()) + " " + Arrays.toString(record.value()) + " " + record.headers();
    }
}
