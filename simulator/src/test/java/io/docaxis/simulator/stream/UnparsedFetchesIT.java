package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.consumer.fastfetch.BatchingConsumer;
import io.docaxis.consumer.fastfetch.PolledPositions;
import io.docaxis.consumer.fastfetch.PolledRecordsDeserializer;
import io.docaxis.consumer.fastfetch.RecordCursor;
import io.docaxis.simulator.FailingPath;
import io.docaxis.simulator.process.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real fetches of a real broker, read by our consumer and by Kafka's own. */
class UnparsedFetchesIT {

    private static final int PARTITIONS = 3;
    private static final int SEEKS = 5;

    private final Interchange interchange = new Interchange();
    private final Random random = new Random(11);
    private final FastPath path = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);

    @AfterEach
    void stopBroker() {
        interchange.close();
    }

    @Test
    void readsWhatKafkasConsumerReads() {
        interchange.create(PARTITIONS);
        send(Map.of("linger.ms", 5), false);
        for (String compression : List.of("gzip", "snappy", "lz4", "zstd")) {
            send(Map.of("linger.ms", 5, "compression.type", compression), false);
        }
        send(Map.of("linger.ms", 5, "transactional.id", "kept"), false);
        send(Map.of("linger.ms", 5, "transactional.id", "aborted"), true);
        send(Map.of("batch.size", 0), false);
        Map<String, Object> settings = settings();
        try (Consumer<byte[], byte[]> ours = new BatchingConsumer(settings, path, new PolledPositions());
                Consumer<byte[], byte[]> kafkas =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long records = 0;
            for (int partition = 0; partition < PARTITIONS; partition++) {
                TopicPartition place = new TopicPartition(interchange.topics().events(), partition);
                List<String> all = read(kafkas, place, 0);
                assertThat(all).hasSizeGreaterThan(1_000).noneMatch(record -> record.contains("aborted"));
                assertThat(read(ours, place, 0)).isEqualTo(all);
                records += all.size();
                long end = kafkas.endOffsets(List.of(place)).get(place);
                for (int i = 0; i < SEEKS; i++) {
                    long from = random.nextLong(end);
                    List<String> expected = all.stream()
                            .filter(record -> Long.parseLong(record.substring(0, record.indexOf(' '))) >= from)
                            .toList();
                    records += expected.size();
                    assertThat(read(ours, place, from)).as("from " + from).isEqualTo(expected);
                }
            }
            // of eight parts the records of one are each a batch of their own
            assertThat(consumed(ours)).isLessThan(records / 4);
            System.out.println(records + " records came as " + consumed(ours));
        }
        assertThat(path.isKnownToBeUsed()).contains(true);
    }

    /** As a topic may have it: batches that the broker compresses, or whose timestamps are its own. */
    @ParameterizedTest
    @CsvSource({
        "compression.type, gzip",
        "compression.type, snappy",
        "compression.type, lz4",
        "compression.type, zstd",
        "compression.type, uncompressed",
        "message.timestamp.type, LogAppendTime"
    })
    void readsWhatTheTopicMakesOfRecords(String setting, String value) throws Exception {
        interchange.create(PARTITIONS);
        try (Admin admin = Admin.create(interchange.cluster().client(Map.of()))) {
            AlterConfigOp set = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(
                                    ConfigResource.Type.TOPIC,
                                    interchange.topics().events()),
                            List.of(set)))
                    .all()
                    .get();
        }
        send(Map.of("linger.ms", 5), false);
        send(Map.of("linger.ms", 5, "compression.type", "zstd"), false);
        try (Consumer<byte[], byte[]> ours = new BatchingConsumer(settings(), path, new PolledPositions());
                Consumer<byte[], byte[]> kafkas =
                        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            long records = 0;
            for (TopicPartition place : places()) {
                List<String> all = read(kafkas, place, 0);
                assertThat(read(ours, place, 0)).isEqualTo(all);
                records += all.size();
            }
            assertThat(records).isEqualTo(4_000);
            assertThat(consumed(ours)).isLessThan(records / 4);
        }
    }

    /** At every other step in the way of another version of Kafka. */
    @Test
    void leavesTheRestToKafkaWhereverItFails() {
        interchange.create(PARTITIONS);
        for (String compression : List.of("none", "zstd", "none")) {
            send(Map.of("linger.ms", 5, "compression.type", compression), false);
        }
        TopicPartition place = places().get(0);
        List<String> expected;
        try (Consumer<byte[], byte[]> kafkas =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            expected = read(kafkas, place, 0);
        }
        Set<String> failedIn = new TreeSet<>();
        for (int step = 1; step <= 16; step++) {
            Throwable thrown = step % 2 == 0 ? new NoSuchMethodError("planted") : new IllegalStateException("planted");
            FastPath failing = new FailingPath(FastPath.Side.CONSUMER, step, () -> {
                thrown.fillInStackTrace();
                failedIn.add(own(thrown));
                return thrown;
            });
            try (Warnings warnings = new Warnings(FastPath.class);
                    Consumer<byte[], byte[]> ours = new BatchingConsumer(settings(), failing, new PolledPositions())) {
                assertThat(read(ours, place, 0)).as("step " + step).isEqualTo(expected);
                assertThat(failing.isOpen()).isFalse();
                assertThat(warnings.all()).containsExactly("the consumer's fast path is closed: it failed: planted");
            }
        }
        // where a request is made, its answer comes, Kafka takes records from a batch, and they are read
        assertThat(failedIn).hasSizeGreaterThanOrEqualTo(4);
        System.out.println("failed in " + failedIn);
    }

    /** Where docaxis is in a stack. */
    private static String own(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.docaxis.consumer"))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("nowhere");
    }

    /** It is no fault of the fast path. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip", "snappy", "lz4", "zstd"})
    void reportsABrokenBatchAsKafkaDoes(String compression) throws Exception {
        interchange.create(PARTITIONS);
        send(Map.of("linger.ms", 5, "compression.type", compression), false);
        interchange.damage(0);
        try (Consumer<byte[], byte[]> ours = new BatchingConsumer(settings(), path, new PolledPositions());
                Consumer<byte[], byte[]> kafkas =
                        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition broken = places().get(0);
            assertThat(failure(ours, broken))
                    .isEqualTo(failure(kafkas, broken))
                    .contains("Record batch for partition it.events-0 at offset 0 is invalid", "crc");
            TopicPartition whole = places().get(1);
            assertThat(read(ours, whole, 0)).isEqualTo(read(kafkas, whole, 0));
        }
        assertThat(path.isKnownToBeUsed()).contains(true);
    }

    private static String failure(Consumer<byte[], byte[]> consumer, TopicPartition place) {
        try {
            read(consumer, place, 0);
            return "";
        } catch (KafkaException e) {
            return e.getMessage() + " " + e.getCause();
        }
    }

    private Map<String, Object> settings() {
        return interchange
                .cluster()
                .client(Map.of(
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.partition.fetch.bytes",
                        50_000));
    }

    private List<TopicPartition> places() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(interchange.topics().events(), partition))
                .toList();
    }

    /** What Kafka's consumer takes for records. */
    private static long consumed(Consumer<?, ?> consumer) {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-consumed-total")
                        && !metric.metricName().tags().containsKey("topic"))
                .mapToLong(metric -> (long) (double) metric.metricValue())
                .sum();
    }

    private void send(Map<String, Object> settings, boolean abort) {
        Object transaction = settings.get("transactional.id");
        try (var producer = new KafkaProducer<>(
                interchange.cluster().client(settings), new ByteArraySerializer(), new ByteArraySerializer())) {
            if (transaction != null) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            for (int i = 0; i < 2_000; i++) {
                var record = new ProducerRecord<>(
                        interchange.topics().events(),
                        i % PARTITIONS,
                        random.nextInt(9) == 0 ? null : bytes(8),
                        bytes(80));
                if (transaction != null) {
                    record.headers().add(transaction.toString(), bytes(3));
                }
                producer.send(record);
                if (i == 1_000) {
                    // so that what is aborted is in the log
                    producer.flush();
                }
            }
            if (abort) {
                producer.flush();
                producer.abortTransaction();
            } else if (transaction != null) {
                producer.commitTransaction();
            }
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Every record of a partition from an offset on, as text that begins with its offset. */
    private static List<String> read(Consumer<byte[], byte[]> consumer, TopicPartition place, long from) {
        consumer.assign(List.of(place));
        consumer.seek(place, from);
        long end = consumer.endOffsets(List.of(place)).get(place);
        List<String> read = new ArrayList<>();
        Patience patience = new Patience();
        while (consumer.position(place) < end) {
            if (patience.isOver(read::size)) {
                throw new AssertionError("stays at " + consumer.position(place) + " of " + end);
            }
            consumer.poll(Duration.ofMillis(100)).records(place).forEach(polled -> addAll(polled, read));
        }
        return read;
    }

    private static void addAll(ConsumerRecord<byte[], byte[]> polled, List<String> to) {
        if (polled.value() != null && polled.value().length > 0) {
            to.add(text(polled));
            return;
        }
        RecordCursor cursor = new RecordCursor();
        cursor.open(new PolledRecordsDeserializer().deserialize(polled.topic(), polled.headers(), polled.value()));
        while (cursor.next()) {
            to.add(text(cursor.record()));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.offset() + " " + record.timestamp() + " " + record.timestampType() + " "
                + Arrays.toString(record.key()) + " " + Arrays.toString(record.value()) + " " + record.headers();
    }
}
