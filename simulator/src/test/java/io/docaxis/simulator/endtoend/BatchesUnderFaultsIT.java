package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.fastsend.SentEvents;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ClusterView;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A producer of batches, some hundred thousand records a second. Its broker is stopped, and killed with -9, twice: every record is
 * there once, in its order. Its broker is away for longer than it waits: what is there has no gap, so that a restart can go on where
 * it ends. The drills break whole pipelines, but at a pace at which records go one by one, and for no longer than producers wait.
 */
class BatchesUnderFaultsIT {

    private static final int PARTITIONS = 3;
    private static final int VALUE_LENGTH = 40;
    /** Sends between two rests of a millisecond: some hundred thousand records a second. */
    private static final int SENDS = 100;

    /** Longer than {@code request.timeout.ms} below, so that requests are sent again that the broker took. */
    private static final long STOPPED_MS = 5_000;

    private static final Duration POLL = Duration.ofMillis(200);

    /** Enough for batches to be on their way. */
    private static final int SENT_BEFORE = 60_000;

    private static Stage stage;
    private static int tests;

    private final FastPath path = new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO);
    private final Topics topics = new Topics("faults-" + tests++);
    /** Records sent, by partition. */
    private final long[] sent = new long[PARTITIONS];

    private final AtomicLong answered = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final byte[] key = new byte[8];
    private final byte[] value = new byte[VALUE_LENGTH];

    @BeforeAll
    static void startBroker() throws Exception {
        stage = Stage.open();
    }

    @AfterAll
    static void stopBroker() {
        stage.close();
    }

    @Test
    void bringsEveryRecordOnceAndInOrder() throws Exception {
        new TopicSetup(stage.cluster(), topics).ensure(PARTITIONS);
        sendThroughFaults();
        assertThat(failure.get()).isNull();
        assertThat(answered.get()).isEqualTo(Arrays.stream(sent).sum());
        assertThat(answers.get()).isLessThan((int) (answered.get() / 10));
        for (int p = 0; p < PARTITIONS; p++) {
            assertThat(readInOrder(p)).isEqualTo(sent[p]);
        }
        System.out.println(answered + " records came in " + answers + " batches, through three faults");
    }

    static Stream<Map<String, Object>> impatience() {
        return Stream.of(
                Map.of("linger.ms", 50, "request.timeout.ms", 1_000, "delivery.timeout.ms", 3_000),
                Map.of("linger.ms", 0, "request.timeout.ms", 1_000, "delivery.timeout.ms", 3_000),
                Map.of("linger.ms", 50, "buffer.memory", 1 << 20, "max.block.ms", 500),
                Map.of("linger.ms", 0, "buffer.memory", 1 << 20, "max.block.ms", 500));
    }

    @ParameterizedTest
    @MethodSource("impatience")
    void leavesNoGapWhereItGivesUp(Map<String, Object> settings) throws Exception {
        new TopicSetup(stage.cluster(), topics).ensure(PARTITIONS);
        sendUntilItFails(settings, true);
        assertThat(failure.get()).isInstanceOf(TimeoutException.class);
        assertHasTheBeginning();
    }

    /** Of a topic that takes no large batches: small ones behind it must not be taken. */
    @Test
    void leavesNoGapBehindABatchThatIsTooLarge() throws Exception {
        new TopicSetup(stage.cluster(), topics).ensure(PARTITIONS);
        try (Admin admin = Admin.create(stage.cluster().client(Map.of()))) {
            ConfigEntry small = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(32 << 10));
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topics.events()),
                            List.of(new AlterConfigOp(small, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        sendUntilItFails(Map.of("linger.ms", 5), false);
        assertThat(failure.get()).isInstanceOf(RecordTooLargeException.class);
        assertHasTheBeginning();
    }

    private void assertHasTheBeginning() {
        long found = 0;
        for (int p = 0; p < PARTITIONS; p++) {
            found += readInOrder(p);
        }
        long all = Arrays.stream(sent).sum();
        assertThat(found).isBetween(answered.get(), all - 1);
        System.out.println(found + " records came, of " + all + ", when the producer gave up");
    }

    /** @param away whether the broker is stopped then; if not, batches get large */
    private void sendUntilItFails(Map<String, Object> settings, boolean away) throws InterruptedException {
        try (BatchingProducer producer = producer(settings)) {
            try {
                for (int i = 0; failure.get() == null; i++) {
                    sendNext(producer, i, away || i < SENT_BEFORE);
                    if (i == SENT_BEFORE && away) {
                        stage.broker().signal("STOP");
                    }
                }
            } finally {
                stage.broker().signal("CONT");
            }
            producer.flush();
        }
    }

    /** The same by the shipped commands: a producer that gave up is started again, and nothing is missing. */
    @Test
    void isExactWhereAProducerThatGaveUpIsResumed(@TempDir Path directory) throws Exception {
        Path impatient = Files.writeString(
                directory.resolve("impatient.properties"), "request.timeout.ms=1000\ndelivery.timeout.ms=3000\n");
        try (ClusterView offsets = new ClusterView(stage.cluster())) {
            String[] produce = {"produce", "national-2023", "--documents", "200000"};
            try (ProgramProcess producer =
                    stage.startOn(topics, with(produce, "--client-config", impatient.toString()))) {
                Waiting.until(
                        "the producer to be under way",
                        producer::progress,
                        () -> !producer.isRunning() || isBegun(offsets));
                stage.broker().signal("STOP");
                assertThat(producer.exitCode())
                        .as(producer.out() + producer.err())
                        .isEqualTo(ExitCode.INCOMPLETE);
            } finally {
                stage.broker().signal("CONT");
            }
            String resumed = Commands.run(stage, ExitCode.EXACT, topics, with(produce, "--resume"));
            Commands.run(stage, ExitCode.EXACT, topics, "consume", "--until-ended");
            String verdict = Commands.run(stage, ExitCode.EXACT, topics, "verify", "--timeout", Commands.LONG);
            System.out.println(resumed + verdict.substring(verdict.indexOf("verdict: ")));
        }
    }

    private static String[] with(String[] command, String... options) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(options)).toArray(String[]::new);
    }

    private boolean isBegun(ClusterView offsets) throws InterruptedException {
        try {
            return offsets.records(topics.events()) > SENT_BEFORE;
        } catch (ClusterException e) {
            // no topic yet
            return false;
        }
    }

    private void sendThroughFaults() throws Exception {
        try (BatchingProducer producer = producer(Map.of("linger.ms", 50, "request.timeout.ms", 2_000))) {
            CompletableFuture<Void> faults = null;
            for (int i = 0; faults == null || !faults.isDone(); i++) {
                sendNext(producer, i, true);
                if (i == PARTITIONS) {
                    faults = CompletableFuture.runAsync(this::strike);
                }
            }
            faults.get();
            producer.flush();
        }
    }

    private BatchingProducer producer(Map<String, Object> settings) {
        Map<String, Object> all = stage.cluster().client(settings);
        all.put("batch.size", 64 << 10);
        return BatchingProducer.of(all, topics.events(), PARTITIONS, path, this::answer);
    }

    /** Sends the record after those of its partition, which bears its number; the first of each partition alone. */
    private void sendNext(BatchingProducer producer, int i, boolean rests) throws InterruptedException {
        int partition = i % PARTITIONS;
        ByteBuffer.wrap(value).putLong(sent[partition]++);
        long nowNs = System.currentTimeMillis() * 1_000_000;
        producer.send(partition, nowNs, nowNs, key, value, VALUE_LENGTH);
        if (rests && i % SENDS == 0) {
            Thread.sleep(1);
        }
        if (i == PARTITIONS - 1) {
            producer.flush();
        }
    }

    private void strike() {
        try {
            awaitAnswers();
            stage.broker().signal("STOP");
            Thread.sleep(STOPPED_MS);
            stage.broker().signal("CONT");
            for (int kills = 0; kills < 2; kills++) {
                awaitAnswers();
                stage.broker().kill();
                stage.restartBroker();
            }
            awaitAnswers();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many more records are known to be there that others are on their way. */
    private void awaitAnswers() {
        long before = answered.get();
        Waiting.until(
                "more answers", answered::get, () -> answered.get() > before + SENT_BEFORE || failure.get() != null);
    }

    private void answer(int records, SentEvents sent, Exception exception) {
        answers.incrementAndGet();
        if (exception == null) {
            answered.addAndGet(records);
        } else {
            failure.compareAndSet(null, exception);
        }
    }

    /** How many records a partition has, each of which must bear the number after that of the one before. */
    private long readInOrder(int partition) {
        TopicPartition place = new TopicPartition(topics.events(), partition);
        try (var consumer = new KafkaConsumer<>(
                stage.cluster().client(Map.of("enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).get(place);
            long next = 0;
            while (consumer.position(place) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    assertThat(ByteBuffer.wrap(record.value()).getLong())
                            .as("at offset " + record.offset() + " of partition " + partition)
                            .isEqualTo(next++);
                }
            }
            return next;
        }
    }
}
