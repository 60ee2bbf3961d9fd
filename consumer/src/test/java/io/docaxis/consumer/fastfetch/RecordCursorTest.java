package io.docaxis.consumer.fastfetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kafka's own reading of the same bytes is the oracle. */
class RecordCursorTest {

    private static final int SEEDS = 300;
    private static final long PRODUCER = 7;

    private final FastPath path = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);

    @Test
    void readsWhatKafkaReadsFromWhateverOffset() {
        int unparsed = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            MemoryRecords records = random(random);
            long next = records.lastBatch().orElseThrow().nextOffset();
            for (long from = 0; from < next; from += 1 + random.nextLong(next / 4)) {
                List<ConsumerRecord<byte[], byte[]>> polled =
                        polled(UnparsedFetches.unparsed(records, from, path), from);
                assertThat(read(new PolledRecords(polled)))
                        .as("seed " + seed + " from " + from)
                        .isEqualTo(texts(polled(records, from)));
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    assertThat(UnparsedBatch.of(record.headers())).isNotNull();
                    unparsed++;
                }
            }
        }
        assertThat(unparsed).isGreaterThan(1_000);
        assertThat(path.isKnownToBeUsed()).contains(true);
    }

    static Stream<Supplier<Throwable>> failures() {
        return Stream.of(() -> new IllegalStateException("planted"), () -> new NoSuchMethodError("planted"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void readsTheSameWhereverTheFastPathFails(Supplier<Throwable> failure) {
        int closed = 0;
        for (int step = 1; step <= 30; step++) {
            MemoryRecords records = random(new Random(step));
            FastPath failing = new FailingPath(step, failure);
            List<ConsumerRecord<byte[], byte[]>> polled = polled(UnparsedFetches.unparsed(records, 0, failing), 0);
            assertThat(read(new PolledRecords(polled))).as("step " + step).isEqualTo(texts(polled(records, 0)));
            if (!failing.isOpen()) {
                closed++;
                assertThat(failing.off()).hasToString("Optional[it failed: planted]");
            }
        }
        assertThat(closed).isGreaterThan(10);
    }

    /** Whatever is wrong with what was made of a batch: where it ends, how many records it has, where they begin. */
    @ParameterizedTest
    @CsvSource({"0, -1, 0", "0, 1, 0", "0, 0, -1", "0, 0, 1", "1, 0, 0", "-3, 0, 0", "0, -200, -3", "40, 0, 0"})
    void leavesABatchToKafkaThatWasMadeWrong(int start, int end, int count) {
        for (Compression compression : compressions()) {
            FastPath own = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);
            MemoryRecords records = MemoryRecords.withRecords(5, compression, simple(1), simple(2), simple(3));
            List<ConsumerRecord<byte[], byte[]>> polled = polled(UnparsedFetches.unparsed(records, 6, own), 6);
            UnparsedBatch right = UnparsedBatch.of(polled.get(0).headers());
            if (right.bytes() == null && count == 0) {
                continue;
            }
            UnparsedBatch wrong = new UnparsedBatch(
                    right.bytes(),
                    right.start() + start,
                    right.end() + end,
                    right.records() + count,
                    right.fromOffset(),
                    right.baseOffset(),
                    right.baseTimestamp(),
                    right.appendedAtMs(),
                    right.kafkas(),
                    own);
            polled.get(0).headers().remove("unparsed").add(wrong.asHeader());
            assertThat(read(new PolledRecords(polled)))
                    .as(compression.type().name)
                    .isEqualTo(texts(polled(records, 6)));
            assertThat(own.off().orElseThrow().why()).isEqualTo(FastPath.Why.FAILED);
        }
    }

    /** Its checksum is right, but not what is in it: Kafka says so, and nothing is wrong with the fast path. */
    @ParameterizedTest
    @CsvSource({"61, 126", "61, 0", "57, 100", "60, 2", "60, 9", "64, 1", "70, -1", "80, 99"})
    void failsWhereKafkaFails(int at, byte value) {
        int failed = 0;
        for (Compression compression : compressions()) {
            MemoryRecords records = MemoryRecords.withRecords(5, compression, simple(1), simple(2), simple(3));
            records.buffer().put(at, value);
            String expected = failureOf(() -> polled(records, 5));
            if (expected.isEmpty()) {
                continue;
            }
            failed++;
            assertThat(failureOf(() -> read(whole(records, 5))))
                    .as(compression.type().name)
                    .isEqualTo(expected);
            assertThat(path.isOpen()).isTrue();
        }
        System.out.println("byte " + at + " as " + value + ": " + failed + " of "
                + compressions().size() + " fail");
    }

    private static String failureOf(Runnable reading) {
        try {
            reading.run();
            return "";
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.toString();
        }
    }

    /** More than is decompressed at once, and a little less. */
    @ParameterizedTest
    @ValueSource(ints = {KafkaBatch.MOST_DECOMPRESSED - 100, KafkaBatch.MOST_DECOMPRESSED + 100})
    void leavesALargeBatchToKafka(int size) {
        SimpleRecord large = new SimpleRecord(1, ThreadKey.bytes(1), new byte[size]);
        MemoryRecords records = MemoryRecords.withRecords(5, Compression.lz4().build(), simple(1), large, simple(3));
        assertThat(read(whole(records, 5))).isEqualTo(texts(polled(records, 5)));
        assertThat(path.isOpen()).isTrue();
    }

    /** As the exchange does, which looks ahead. */
    @Test
    void readsForTwoAtOnce() {
        for (int seed = 0; seed < 50; seed++) {
            PolledRecords batch = whole(random(new Random(seed)), 0);
            List<String> expected = read(batch);
            List<String> read = new ArrayList<>();
            RecordCursor ahead = new RecordCursor();
            ahead.open(batch);
            RecordCursor behind = new RecordCursor();
            behind.open(batch);
            int headStart = seed;
            while (headStart-- > 0 && ahead.next()) {
                // only this far
            }
            while (behind.next()) {
                read.add(text(behind.record()));
                ahead.next();
            }
            assertThat(read).isEqualTo(expected);
        }
    }

    /** As the exchange does, which asks for whole records now and then. */
    @Test
    void aBlockSaysTheSameAndAnotherCursorGoesToAnyRecordOfIt() {
        RecordCursor heads = new RecordCursor();
        RecordCursor seldom = new RecordCursor();
        RecordsAhead block = new RecordsAhead();
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            PolledRecords batch = whole(random(random), 0);
            List<String> expected = read(batch);
            heads.open(batch);
            seldom.open(batch);
            int read = 0;
            for (int more = block.take(heads); more > 0; more = block.take(heads)) {
                for (int i = 0; i < more; i++) {
                    String record = expected.get(read++);
                    int asked = random.nextInt(8) == 0 ? 2 : 0;
                    while (asked-- > 0) {
                        seldom.goTo(block.offset(i));
                        ConsumerRecord<byte[], byte[]> whole = seldom.record();
                        assertThat(text(whole)).isEqualTo(record);
                        assertThat(block.timestampMs(i)).isEqualTo(whole.timestamp());
                        assertThat(block.threads()[i]).isEqualTo(ThreadKey.thread(whole.key()));
                        byte[] value = block.bytes(i) == null
                                ? null
                                : Arrays.copyOfRange(block.bytes(i), block.start(i), block.end(i));
                        assertThat(value).isEqualTo(whole.value());
                    }
                }
            }
            assertThat(read).isEqualTo(expected.size());
        }
        seldom.close();
        assertThatThrownBy(() -> seldom.goTo(7)).hasMessage("no record of offset 7 follows in this poll");
    }

    @Test
    void aBlockHoldsFewLargeBatches() {
        List<ConsumerRecord<byte[], byte[]>> large = new ArrayList<>();
        for (int offset = 0; offset < 5; offset++) {
            large.add(new ConsumerRecord<>("events", 0, offset, ThreadKey.bytes(offset), new byte[3 << 20]));
        }
        RecordCursor heads = new RecordCursor();
        heads.open(new PolledRecords(large));
        RecordsAhead block = new RecordsAhead();
        assertThat(List.of(block.take(heads), block.take(heads), block.take(heads), block.take(heads)))
                .containsExactly(2, 2, 1, 0);
    }

    private static List<Compression> compressions() {
        return Arrays.stream(CompressionType.values())
                .<Compression>map(type -> Compression.of(type).build())
                .toList();
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

    private PolledRecords whole(MemoryRecords records, long from) {
        return new PolledRecords(polled(UnparsedFetches.unparsed(records, from, path), from));
    }

    private static SimpleRecord simple(long timestampMs) {
        return new SimpleRecord(timestampMs, ThreadKey.bytes(timestampMs & ((1L << 34) - 1)), new byte[] {1});
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
        List<Compression> all = compressions();
        Compression compression = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(8)) {
            case 0 ->
                MemoryRecords.withEndTransactionMarker(
                        offset, 1, 1, PRODUCER, (short) 0, new EndTransactionMarker(ControlRecordType.COMMIT, 0));
            case 1 -> MemoryRecords.withRecords((byte) 2, offset, compression, TimestampType.LOG_APPEND_TIME, records);
            case 2 -> MemoryRecords.withTransactionalRecords(offset, compression, PRODUCER, (short) 0, 0, 1, records);
            default -> MemoryRecords.withIdempotentRecords(offset, compression, PRODUCER, (short) 0, 0, 1, records);
        };
    }

    private static SimpleRecord record(Random random) {
        Header[] headers = new Header[random.nextInt(4) == 0 ? random.nextInt(3) : 0];
        Arrays.setAll(headers, i -> new RecordHeader("header" + i, bytes(random, 20)));
        byte[] key = random.nextBoolean() ? ThreadKey.bytes(random.nextLong() & ((1L << 34) - 1)) : bytes(random, 12);
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
                        polled.add(consumerRecord(record, batch.timestampType()));
                    }
                });
            }
        }
        return polled;
    }

    private static ConsumerRecord<byte[], byte[]> consumerRecord(Record record, TimestampType type) {
        return new ConsumerRecord<>(
                "events",
                3,
                record.offset(),
                record.timestamp(),
                type,
                record.keySize(),
                record.valueSize(),
                Utils.toNullableArray(record.key()),
                Utils.toNullableArray(record.value()),
                new RecordHeaders(record.headers()),
                Optional.empty());
    }

    private static List<String> read(PolledRecords batch) {
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
                + record.timestampType() + " " + Arrays.toString(record.key()) + " " + text(record.value())
                + " " + record.headers();
    }

    private static String text(byte[] value) {
        return value == null || value.length < 1_000
                ? Arrays.toString(value)
                : value.length + " bytes, " + Arrays.hashCode(value);
    }
}
