package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.TopicGoneException;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.lag.LagReader;
import io.docaxis.monitor.lag.LagSnapshot;
import io.docaxis.monitor.lag.OldestUnread;
import io.docaxis.monitor.lag.PartitionLag;
import io.docaxis.monitor.lag.PartitionOffsets;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is learnt of a cluster: lag of a group whose commits the test moves itself, and tallies that it writes itself. The record at offset n
 * of every partition was written at the nth second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresIT {

    private static final String GROUP = "lag.group";

    /** Where one partition is brought to, and what its lag then is. */
    private enum Case {
        NEVER_COMMITTED(5, 0, 0, 0, -1, lag(0, 0, 5, 5, 0L)),
        SOME_READ(10, 0, 0, 0, 2, lag(2, 0, 10, 10, 2L)),
        ALL_READ(6, 0, 0, 0, 6, lag(6, 0, 6, 6, null)),
        READ_AND_DELETED(10, 0, 0, 4, 7, lag(7, 4, 10, 10, 7L)),
        DELETED_BEFORE_IT_WAS_READ(10, 0, 0, 6, 2, lag(2, 6, 10, 10, 6L)),
        DELETED_WITH_ALL_THAT_WAS_LEFT(8, 0, 0, 8, 3, lag(3, 8, 8, 8, null)),
        DELETED_AND_NEVER_COMMITTED(8, 0, 0, 3, -1, lag(3, 3, 8, 8, 3L)),
        TRANSACTION_OPEN_FURTHER_ON(4, 0, 3, 0, 1, lag(1, 0, 4, 7, 1L)),
        TRANSACTION_OPEN_AT_THE_COMMIT(4, 0, 3, 0, 4, lag(4, 0, 4, 7, 4L)),
        TRANSACTION_OPEN_AND_READ_INTO(4, 0, 3, 0, 5, lag(5, 0, 4, 7, 5L)),
        NOTHING_LEFT_BUT_A_MARKER(0, 3, 0, 0, 3, lag(3, 0, 4, 4, null)),
        COMMITTED_AND_OPEN_TRANSACTIONS(0, 3, 2, 0, 3, lag(3, 0, 4, 6, 4L)),
        EMPTY(0, 0, 0, 0, -1, lag(0, 0, 0, 0, null));

        final int plain;
        final int inTransaction;
        final int inOpenTransaction;
        final int deletedBelow;
        final int commit;
        final PartitionLag lag;

        Case(int plain, int inTransaction, int inOpenTransaction, int deletedBelow, int commit, PartitionLag lag) {
            this.plain = plain;
            this.inTransaction = inTransaction;
            this.inOpenTransaction = inOpenTransaction;
            this.deletedBelow = deletedBelow;
            this.commit = commit;
            this.lag = new PartitionLag(ordinal(), lag.offsets(), lag.oldestUnread());
        }

        private static PartitionLag lag(long commit, long start, long stable, long highWatermark, Long oldestUnread) {
            return new PartitionLag(
                    0,
                    Optional.of(new PartitionOffsets(commit, start, stable, highWatermark)),
                    oldestUnread == null ? OldestUnread.NONE : new OldestUnread.WrittenAt(writtenAtMs(oldestUnread)));
        }
    }

    private EmbeddedBroker broker;
    private Cluster cluster;
    private Admin admin;

    @BeforeAll
    void startBroker() {
        broker = EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why));
        cluster = Cluster.of(broker.bootstrapServers());
        admin = Admin.create(cluster.client(Map.of()));
    }

    @AfterAll
    void stopBroker() {
        admin.close(Duration.ZERO);
        broker.close();
    }

    @Test
    void isKnownAtEveryLookWhileRecordsComeAndCommitsMove() throws Exception {
        String topic = create("moving", 3);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<Exception> failed = new AtomicReference<>();
        Thread moving = new Thread(() -> move(topic, stop, failed), "lag-moving");
        try (LagReader reader = new LagReader(cluster, GROUP, topic, Clock.SYSTEM)) {
            send(topic, 0, 10);
            moving.start();
            int looks = 0;
            for (long firstCommit = -1, commit = -1; looks < 30 || commit < firstCommit + 100; looks++) {
                LagSnapshot lag = reader.read();
                assertThat(failed.get()).isNull();
                assertThat(lag.unknownPartitions(3)).isZero();
                assertThat(lag.partitions())
                        .allSatisfy(partition -> assertThat(partition.oldestUnread())
                                .isEqualTo(writtenAt(partition.offsets().orElseThrow())));
                commit = lag.partitions().get(0).offsets().orElseThrow().commit();
                firstCommit = firstCommit < 0 ? commit : firstCommit;
            }
            System.out.println(looks + " looks at the lag of a group whose commits moved");
        } finally {
            stop.set(true);
            moving.join();
        }
    }

    @Test
    void tellsLostReadableAndUnstableApartAndAddsUpToWhatKafkaCallsLag() throws Exception {
        String topic = create("cases", Case.values().length);
        List<Producer<byte[], byte[]>> open = new ArrayList<>();
        try (LagReader reader = new LagReader(cluster, GROUP, topic, Clock.SYSTEM)) {
            for (Case wanted : Case.values()) {
                prepare(topic, wanted, open);
            }
            LagSnapshot lag = reader.read();
            assertThat(lag.partitions()).hasSameSizeAs(Case.values());
            for (Case wanted : Case.values()) {
                assertThat(lag.partitions().get(wanted.ordinal()))
                        .as(wanted.name())
                        .isEqualTo(wanted.lag);
            }
            // once more, from what is remembered
            assertThat(reader.read().partitions()).isEqualTo(lag.partitions());
            Map<Integer, Long> kafkas = whatKafkasToolSays(topic);
            for (Case wanted : Case.values()) {
                PartitionOffsets offsets = wanted.lag.offsets().orElseThrow();
                if (wanted.commit >= 0) {
                    assertThat(offsets.lost() + offsets.readable() + offsets.unstable())
                            .as(wanted.name())
                            .isEqualTo(kafkas.get(wanted.ordinal()));
                }
            }
        } finally {
            open.forEach(producer -> producer.close(Duration.ZERO));
        }
    }

    @Test
    void seesPartitionsThatAreAddedAndThatTheTopicIsGoneOrAnother() throws Exception {
        String topic = create("changing", 2);
        try (LagReader reader = new LagReader(cluster, GROUP, topic, Clock.SYSTEM)) {
            assertThat(reader.read().partitions()).hasSize(2);
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            Waiting.until(
                    "the third partition", () -> reader.read().partitions().size() == 3);
            admin.deleteTopics(List.of(topic)).all().get();
            Waiting.until("the topic to be gone", () -> {
                try {
                    reader.read();
                    return false;
                } catch (TopicGoneException e) {
                    assertThat(e).hasMessage("topic '" + topic + "' is not there");
                    return true;
                }
            });
            create(topic, 2);
            assertThatThrownBy(reader::read)
                    .isInstanceOf(TopicGoneException.class)
                    .hasMessage("topic '" + topic + "' was deleted and made anew");
        }
    }

    @Test
    void leavesOutPartitionsForWhichNobodyAnswers() throws Exception {
        TopicPartition there = new TopicPartition(create("partly", 1), 0);
        TopicPartition notThere = new TopicPartition("partly", 1);
        try (ClusterQueries questions = new ClusterQueries(cluster)) {
            assertThat(questions.starts(List.of(notThere, there))).containsOnlyKeys(there);
        }
    }

    /** What was read of a tally is worth nothing once a part of it cannot be read, or the topic is another. */
    @Test
    void hasNoTallyWhileItCannotBeReadAndStartsOverWithAnotherTopic() throws Exception {
        Topics topics = new Topics("tallied");
        create(topics.tally(), 1);
        try (Figures figures = new Figures(cluster, topics, 1, Clock.SYSTEM).start()) {
            publish(topics, 0, 500);
            publish(topics, 1, 300);
            Waiting.until("a tally", () -> figures.tally().recordsRead() == 800);
            assertThat(figures.tallyProblem()).isEmpty();
            try (Producer<byte[], byte[]> producer = producer(null)) {
                producer.send(new ProducerRecord<>(topics.tally(), new byte[] {1}, new byte[] {2}));
            }
            Waiting.until("no tally", () -> !figures.tally().isKnown());
            assertThat(figures.tallyProblem().orElseThrow()).contains("a record that cannot be read");
            admin.deleteTopics(List.of(topics.tally())).all().get();
            Waiting.until(
                    "the topic to be gone",
                    () -> figures.tallyProblem().orElse("").startsWith("topic 'tallied.tally' is not there"));
            create(topics.tally(), 1);
            publish(topics, 0, 20);
            Waiting.until("another tally", () -> figures.tally().recordsRead() == 20);
            assertThat(figures.tallyProblem()).isEmpty();
        }
    }

    @Test
    void saysOfWhichVersionOfTheContractATallyIs() throws Exception {
        Topics topics = new Topics("older");
        create(topics.tally(), 1);
        publish(topics, 0, 500, 0);
        try (Figures figures = new Figures(cluster, topics, 1, Clock.SYSTEM).start()) {
            Waiting.until(
                    "a refusal",
                    () -> figures.tallyProblem()
                            .orElse("")
                            .contains("topic 'older.tally' is of version 1 of the event contract"));
            assertThat(figures.tally().isKnown()).isFalse();
        }
    }

    private void publish(Topics topics, int part, long records) {
        publish(topics, part, records, ContractVersion.CURRENT);
    }

    /** The header of a part of a tally. */
    private void publish(Topics topics, int part, long records, int version) {
        try (Producer<byte[], byte[]> producer = producer(null)) {
            producer.send(new ProducerRecord<>(
                    topics.tally(),
                    TallyCodec.headerKey(7, part),
                    PartHeader.newBuilder()
                            .setContractVersion(version)
                            .setParts(2)
                            .setRecords(records)
                            .build()
                            .toByteArray()));
        }
    }

    /** Sends and commits, always some records behind, until it is to stop. */
    private void move(String topic, AtomicBoolean stop, AtomicReference<Exception> failed) {
        try {
            for (int sent = 10; !stop.get(); sent += 5) {
                send(topic, sent, sent + 5);
                for (int partition = 0; partition < 3; partition++) {
                    commit(topic, partition, sent - partition);
                }
            }
        } catch (Exception e) {
            failed.set(e);
        }
    }

    private void send(String topic, int from, int to) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(null)) {
            for (int partition = 0; partition < 3; partition++) {
                send(producer, topic, partition, from, to);
            }
        }
    }

    private void prepare(String topic, Case wanted, List<Producer<byte[], byte[]>> open) throws Exception {
        int partition = wanted.ordinal();
        try (Producer<byte[], byte[]> producer = producer(null)) {
            send(producer, topic, partition, 0, wanted.plain);
        }
        int next = wanted.plain;
        if (wanted.inTransaction > 0) {
            try (Producer<byte[], byte[]> producer = producer("committed-" + wanted)) {
                producer.initTransactions();
                producer.beginTransaction();
                send(producer, topic, partition, next, next + wanted.inTransaction);
                producer.commitTransaction();
            }
            // and the marker
            next += wanted.inTransaction + 1;
        }
        if (wanted.inOpenTransaction > 0) {
            Producer<byte[], byte[]> producer = producer("open-" + wanted);
            open.add(producer);
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, topic, partition, next, next + wanted.inOpenTransaction);
        }
        if (wanted.deletedBelow > 0) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(wanted.deletedBelow)))
                    .all()
                    .get();
        }
        if (wanted.commit >= 0) {
            commit(topic, partition, wanted.commit);
        }
    }

    private static void send(Producer<byte[], byte[]> producer, String topic, int partition, int from, int to)
            throws Exception {
        for (int offset = from; offset < to; offset++) {
            producer.send(new ProducerRecord<>(topic, partition, writtenAtMs(offset), null, new byte[10]));
        }
        producer.flush();
    }

    private Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> settings = new java.util.HashMap<>();
        if (transactionalId != null) {
            settings.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(cluster.client(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void commit(String topic, int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        GROUP, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private String create(String topic, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
        Waiting.until("leaders of " + topic, () -> areAllLed(topic));
        return topic;
    }

    private boolean areAllLed(String topic) throws InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException e) {
            // a new topic is not known everywhere at once
            return false;
        }
    }

    private static OldestUnread writtenAt(PartitionOffsets offsets) {
        return offsets.commit() == offsets.highWatermark()
                ? OldestUnread.NONE
                : new OldestUnread.WrittenAt(writtenAtMs(offsets.commit()));
    }

    private static long writtenAtMs(long offset) {
        return 1_700_000_000_000L + offset * 1000;
    }

    /** Lag by partition, as a user of Kafka's own tool sees it. */
    private Map<Integer, Long> whatKafkasToolSays(String topic) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                        "--bootstrap-server",
                        broker.bootstrapServers(),
                        "--describe",
                        "--group",
                        GROUP)
                .redirectErrorStream(true)
                .start();
        String printed = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(tool.waitFor()).as(printed).isZero();
        Map<Integer, Long> lag = new TreeMap<>();
        // group, topic, partition, commit, end, lag, member …
        Matcher line = Pattern.compile("(?m)^" + GROUP + " +" + topic + " +(\\d+) +\\d+ +\\d+ +(\\d+) ")
                .matcher(printed);
        while (line.find()) {
            lag.put(Integer.valueOf(line.group(1)), Long.valueOf(line.group(2)));
        }
        assertThat(lag).as(printed).isNotEmpty();
        return lag;
    }
}
