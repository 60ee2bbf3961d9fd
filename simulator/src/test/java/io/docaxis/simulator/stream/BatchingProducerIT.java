package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.fastpath.FastPathException;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.fastsend.Pacing;
import io.docaxis.simulator.FailingPath;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.process.Patience;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What our producer sends to a real broker is what Kafka's consumer reads there. */
class BatchingProducerIT {

    private static final int PARTITIONS = 3;
    private static final Pacing PACING = new Pacing(System::nanoTime, false);
    private static final int RECORDS = 30_000;
    private static final Header[] HEADERS = {new RecordHeader("number", new byte[] {1, 2, 3})};

    private final Interchange interchange = new Interchange();
    private final Random random = new Random(11);
    private FastPath path = new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO);
    private final List<List<String>> sent = new ArrayList<>();
    private final List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
    private final List<Exception> failures = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stopBroker() {
        interchange.close();
    }

    static Stream<Map<String, Object>> settings() {
        return Stream.of(
                Map.of("linger.ms", 50, "batch.size", 32 << 10),
                Map.of("linger.ms", "20", "batch.size", "4500"),
                Map.of("linger.ms", 20, "enable.idempotence", false, "max.in.flight.requests.per.connection", 1),
                Map.of("linger.ms", 20, "compression.type", "gzip"),
                Map.of("linger.ms", 20, "compression.type", "snappy"),
                Map.of("linger.ms", 20, "compression.type", "lz4", "batch.size", 32 << 10),
                Map.of("linger.ms", 20, "compression.type", "zstd", "compression.zstd.level", 1),
                Map.of("linger.ms", 20, "buffer.memory.allocation.strategy", "incremental"),
                Map.of("linger.ms", 20, "buffer.memory.allocation.strategy", "incremental", "compression.type", "lz4"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void sendsInBatches(Map<String, Object> settings) {
        sendAll(settings);
        assertThat(answers).hasSizeLessThan(RECORDS / 10);
        assertThat(path.isKnownToBeUsed()).contains(true);
    }

    static Stream<Map<String, Object>> settingsForSingleRecords() {
        return Stream.of(
                Map.of("linger.ms", 0),
                Map.of("linger.ms", 20, "batch.size", 1_000),
                Map.of("linger.ms", 20, "batch.size", 200_000, "max.request.size", 100_000));
    }

    @ParameterizedTest
    @MethodSource("settingsForSingleRecords")
    void sendsOneByOneWhereBatchesCannotBe(Map<String, Object> settings) {
        sendAll(settings);
        assertThat(answers).hasSize(RECORDS);
        assertThat(path.off().orElseThrow().why()).isEqualTo(FastPath.Why.SETTINGS);
    }

    @Test
    void sendsOneByOneWhereTheUserWantsKafkasProducer() {
        path = new FastPath(FastPath.Side.PRODUCER, FastClients.OFF);
        sendAll(Map.of("linger.ms", 20, "compression.type", "lz4"));
        assertThat(answers).hasSize(RECORDS);
    }

    static Stream<Supplier<Throwable>> failures() {
        return Stream.of(() -> new IllegalStateException("planted"), () -> new NoSuchMethodError("planted"));
    }

    /** Within seconds, not when records expire; what is there is the beginning of what was sent. */
    @ParameterizedTest
    @MethodSource("failures")
    void endsAtOnceWhereverItFails(Supplier<Throwable> failure) {
        interchange.create(1);
        int found = 0;
        for (int step = 1; step <= 12; step++) {
            path = new FailingPath(FastPath.Side.PRODUCER, step, failure);
            failures.clear();
            int sentNow = 0;
            long startedAtMs = System.currentTimeMillis();
            try (Warnings warnings = new Warnings(FastPath.class);
                    BatchingProducer producer = producer(Map.of("linger.ms", 5, "batch.size", 8 << 10))) {
                byte[] value = new byte[100];
                for (; failures.isEmpty(); sentNow++) {
                    ByteBuffer.wrap(value).putInt(step).putInt(sentNow);
                    send(producer, 0, System.currentTimeMillis(), value);
                    if (sentNow == 0) {
                        producer.flush();
                    }
                }
                producer.flush();
                assertThat(warnings.all()).containsExactly("the producer's fast path is closed: it failed: planted");
            }
            // half the time after which records expire; on an idle machine it takes half a second
            assertThat(System.currentTimeMillis() - startedAtMs).isLessThan(60_000);
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0))
                    .isInstanceOf(FastPathException.class)
                    .hasMessage("its fast path failed: planted; nothing of what was on it was sent");
            List<byte[]> there = values(0);
            int own = there.size() - found;
            found = there.size();
            assertThat(own).isLessThan(sentNow);
            for (int i = 0; i < own; i++) {
                ByteBuffer each = ByteBuffer.wrap(there.get(found - own + i));
                assertThat(each.getInt()).isEqualTo(step);
                assertThat(each.getInt()).isEqualTo(i);
            }
            System.out.println("step " + step + ": " + own + " of " + sentNow + " are there");
        }
    }

    @Test
    void letsNobodyWaitLongerThanTheyShould() {
        interchange.create(PARTITIONS);
        try (BatchingProducer producer = producer(Map.of("linger.ms", 200, "batch.size", 32 << 10))) {
            // the first goes alone: nothing has come by yet
            send(producer, 0, 1_000, new byte[50]);
            producer.flush();
            send(producer, 1, 2_000, new byte[50]);
            send(producer, 1, 2_001, new byte[50]);
            send(producer, 2, 2_100, new byte[50]);
            send(producer, 2, 2_199, new byte[50]);
            assertThat(answers).containsExactly(1);
            send(producer, 2, 2_200, new byte[50]);
            Waiting.until("the second answer", () -> answers.size() == 2);
            assertThat(answers).containsExactly(1, 2);
            producer.flush();
            assertThat(answers).containsExactly(1, 2, 3);
            assertThat(failures).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(FastClients.class)
    void saysWhenEachRecordOfAPacedRunWasWanted(FastClients clients) {
        path = new FastPath(FastPath.Side.PRODUCER, clients);
        interchange.create(PARTITIONS);
        Map<String, Object> settings = interchange.cluster().client(Map.of("linger.ms", 1));
        Map<String, Object> atOnce = interchange.cluster().client(Map.of("linger.ms", 0));
        List<Long> wanted = new ArrayList<>();
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        String events = interchange.topics().events();
        try (BatchingProducer producer = BatchingProducer.paced(
                settings, atOnce, events, PARTITIONS, path, PACING, (records, sent, exception) -> {
                    assertThat(exception).isNull();
                    answers.add(records);
                    assertThat(sent.count()).isEqualTo(records);
                    for (int i = 0; i < records; i++) {
                        told.add(sent.intendedAtNs(i));
                    }
                })) {
            long nowNs = 1_700_000_000_000_000_000L;
            for (int i = 0; i < RECORDS; i++) {
                nowNs += random.nextInt(50_000);
                wanted.add(nowNs - random.nextInt(100_000));
                producer.send(random.nextInt(PARTITIONS), wanted.get(i), nowNs, new byte[8], new byte[60], 60);
                producer.sendDue(nowNs, nowNs + random.nextInt(500_000));
                if (i == 0) {
                    // nothing has come by yet
                    producer.flush();
                }
            }
            producer.flush();
        }

        assertThat(told).hasSize(RECORDS).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(IntStream.range(0, PARTITIONS)
                        .mapToLong(p -> values(p).size())
                        .sum())
                .isEqualTo(RECORDS);
        assertThat(path.isKnownToBeUsed()).contains(clients == FastClients.AUTO);
        assertThat(answers.size() == RECORDS).isEqualTo(clients == FastClients.OFF);
    }

    private void sendAll(Map<String, Object> settings) {
        interchange.create(PARTITIONS);
        IntStream.range(0, PARTITIONS).forEach(p -> sent.add(new ArrayList<>()));
        int others = 0;
        try (BatchingProducer producer = producer(settings)) {
            long now = 1_700_000_000_000L;
            producer.flush();
            sendOther(producer, 0);
            producer.flush();
            byte[] key = new byte[8];
            byte[] value = new byte[90_000];
            for (int i = 0; i < RECORDS; i++) {
                int partition = random.nextInt(PARTITIONS);
                now += random.nextInt(100) == 0 ? 1 : 0;
                random.nextBytes(key);
                int length = random.nextInt(3_000) == 0 ? 33_000 + random.nextInt(50_000) : random.nextInt(150);
                Arrays.fill(value, 0, length, (byte) random.nextInt());
                Header[] headers = random.nextInt(100) == 0 ? HEADERS : Record.EMPTY_HEADERS;
                producer.send(partition, 0, now * 1_000_000, key, value, length, headers);
                sent.get(partition).add(text(key, Arrays.copyOf(value, length), headers));
                if (random.nextInt(1_000) == 0) {
                    sendOther(producer, partition);
                    others++;
                }
                if (random.nextInt(5_000) == 0) {
                    producer.flush();
                }
            }
            producer.flush();
        }
        assertThat(failures).isEmpty();
        assertThat(others).isPositive();
        assertThat(answers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(RECORDS);
        for (int p = 0; p < PARTITIONS; p++) {
            assertThat(read(p)).isEqualTo(sent.get(p));
        }
    }

    private BatchingProducer producer(Map<String, Object> settings) {
        return BatchingProducer.of(
                interchange.cluster().client(settings),
                interchange.topics().events(),
                PARTITIONS,
                path,
                (records, sent, exception) -> {
                    answers.add(records);
                    if (exception != null) {
                        failures.add(exception);
                    }
                });
    }

    private static void send(BatchingProducer producer, int partition, long nowMs, byte[] value) {
        producer.send(partition, 0, nowMs * 1_000_000, new byte[8], value, value.length);
    }

    private void sendOther(BatchingProducer producer, int partition) {
        byte[] value = new byte[40];
        random.nextBytes(value);
        Callback onAnswer = (metadata, exception) -> {
            if (exception != null) {
                failures.add(exception);
            }
        };
        producer.send(new ProducerRecord<>(interchange.topics().events(), partition, null, value), onAnswer);
        sent.get(partition).add(text(null, value, Record.EMPTY_HEADERS));
    }

    /** Every record of a partition, in the order of offsets without a gap. */
    private List<String> read(int partition) {
        List<String> read = new ArrayList<>();
        read(
                partition,
                record -> read.add(
                        text(record.key(), record.value(), record.headers().toArray())));
        return read;
    }

    private List<byte[]> values(int partition) {
        List<byte[]> values = new ArrayList<>();
        read(partition, record -> values.add(record.value()));
        return values;
    }

    private void read(int partition, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("isolation.level", "read_committed", "enable.auto.commit", false, "check.crcs", true));
        TopicPartition place = new TopicPartition(interchange.topics().events(), partition);
        AtomicLong read = new AtomicLong();
        try (var consumer = new KafkaConsumer<>(
                interchange.cluster().client(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).get(place);
            Patience patience = new Patience();
            while (consumer.position(place) < end && !patience.isOver(read::get)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    assertThat(record.offset()).isEqualTo(read.getAndIncrement());
                    each.accept(record);
                }
            }
        }
    }

    private static String text(byte[] key, byte[] value, Header[] headers) {
        return Arrays.toString(key) + " " + value.length + " " + Arrays.hashCode(value) + " "
                + Arrays.toString(headers);
    }
}
