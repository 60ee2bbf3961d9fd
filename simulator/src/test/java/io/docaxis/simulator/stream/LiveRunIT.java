package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.ExchangeTopology;
import io.docaxis.consumer.stream.LogReadings;
import io.docaxis.consumer.stream.StreamClients;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.consumer.stream.StreamProperties;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.simulator.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the wall clock announces while all sources are silent: a consumer on a real broker, its restarts, and commits that fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveRunIT {

    /** Twenty minutes a second: five o'clock is three seconds off, and eight o'clock twelve. */
    private static final long SPEED = 1_200_000;

    private final Interchange interchange = new Interchange();
    private final LogReadings readings = new LogReadings(interchange.cluster());
    private final List<ConsumerRecord<byte[], byte[]>> announced = new ArrayList<>();
    private LiveTraffic traffic;
    private Engine engine;
    private KafkaStreams streams;
    private KafkaConsumer<byte[], byte[]> reader;
    private int tests;

    private void begin() {
        traffic = new LiveTraffic();
        engine = new Engine();
        announced.clear();
        interchange.create("live-" + ++tests, 1);
        String topic = interchange.topics().lateness();
        reader = new KafkaConsumer<>(
                interchange.cluster().client(Map.of("isolation.level", "read_committed", "enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = reader.partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
        reader.assign(all);
        reader.seekToBeginning(all);
    }

    @AfterEach
    void stop() {
        streams.close();
        reader.close();
        assertThat(engine.failure()).isEmpty();
    }

    @AfterAll
    void stopBroker() {
        readings.close();
        interchange.close();
    }

    /** The log ends in the marker of a transaction, which is no record. */
    @ParameterizedTest
    @EnumSource(FastClients.class)
    void announcesInSilenceAndAfterARestartInSilence(FastClients clients) {
        begin();
        long startedMs = System.currentTimeMillis();
        sendInTransaction(
                traffic.started(live(startedMs)),
                traffic.document(1, Urgency.NORMAL),
                traffic.document(2, Urgency.URGENT),
                traffic.document(3, Urgency.NORMAL),
                traffic.accepted(3));
        StreamSettings settings = StreamSettings.PACED.withFastClients(clients);
        start(settings, readings, path -> new StreamClients(path, readings));
        awaitAnnounced(1);
        assertAnnounced(1, startedMs + 3_000);

        streams.close();
        start(settings, readings, path -> new StreamClients(path, readings));
        awaitAnnounced(2);
        assertAnnounced(2, startedMs + 12_000);
    }

    /** Nothing is applied after the restart: what is lost with a commit is said again, and once. */
    @Test
    void announcesOnceWhereCommitsFailInSilence() {
        begin();
        long startedMs = System.currentTimeMillis() - 3_600_000;
        sendInTransaction(traffic.started(live(startedMs)), traffic.document(1, Urgency.NORMAL));
        // it does not get to know where the log ends
        try (LogReadings deaf = new LogReadings(Cluster.of("127.0.0.1:9"))) {
            start(StreamSettings.PACED, deaf, path -> new StreamClients(path, deaf));
            awaitRead(2);
            streams.close();
        }

        FailingCommits failing = FailingCommits.every(1, 3);
        start(StreamSettings.PACED, readings, path -> failing.supplier(path, readings));
        awaitAnnounced(1);
        assertAnnounced(1, startedMs + 3_000);
        assertThat(failing.failed()).isEqualTo(3);
        assertThat(failing.withoutOffsets()).isZero();
        // a status that comes late takes it back: its revision is the second
        sendInTransaction(traffic.accepted(1));
        awaitAnnounced(2);
        assertThat(announced).hasSize(2);
        Lateness last = lateness(announced.get(1));
        assertThat(last.getKind()).isEqualTo(Lateness.Kind.WITHDRAWN);
        assertThat(last.getRevision()).isEqualTo(2);
    }

    /** All deadlines are over by the wall clock when the consumer first reads. */
    @Test
    void aBacklogMakesNothingLate() {
        begin();
        long startedMs = System.currentTimeMillis() - 3_600_000;
        int threads = 2_000;
        List<Traffic.Entry> backlog = new ArrayList<>(List.of(traffic.started(live(startedMs))));
        for (int thread = 1; thread <= threads; thread++) {
            backlog.add(traffic.document(thread, Urgency.NORMAL));
        }
        for (int thread = 2; thread <= threads; thread++) {
            backlog.add(traffic.accepted(thread));
        }
        interchange.send(backlog);
        // some records a poll, and a commit after nearly each of them
        start(
                StreamSettings.PACED.withCommitEvery(Duration.ofMillis(1)).withFastClients(FastClients.OFF),
                readings,
                path -> new StreamClients(path, readings));
        awaitAnnounced(1);
        assertAnnounced(1, startedMs + 3_000);
        awaitRead(backlog.size());
        assertThat(announced).hasSize(1);
    }

    private static Live live(long wallMs) {
        return Live.newBuilder()
                .setWallMs(wallMs)
                .setSimulatedS(LiveTraffic.NOW)
                .setSpeed(SPEED)
                .build();
    }

    private void start(StreamSettings settings, LogReadings ends, Function<FastPath, KafkaClientSupplier> clients) {
        Topology topology = new Topology();
        ExchangeTopology.addTo(topology, interchange.topics(), 1, settings, new StreamCounters(), ends);
        Properties properties = new Properties();
        properties.putAll(StreamProperties.of(interchange.cluster(), interchange.topics(), settings));
        FastPath path = new FastPath(FastPath.Side.CONSUMER, settings.fastClients());
        streams = new KafkaStreams(topology, properties, clients.apply(path));
        streams.setUncaughtExceptionHandler(engine);
        streams.start();
    }

    private void sendInTransaction(Traffic.Entry... entries) {
        try (var producer = new KafkaProducer<>(
                interchange.cluster().client(Map.of("transactional.id", "source")),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Traffic.Entry entry : entries) {
                producer.send(new ProducerRecord<>(
                        interchange.topics().events(), entry.partition(), entry.key(), entry.value()));
            }
            producer.commitTransaction();
        }
    }

    private void awaitAnnounced(int count) {
        Waiting.until("announcement " + count, () -> {
            reader.poll(Duration.ofMillis(50)).forEach(announced::add);
            return announced.size() >= count;
        });
    }

    /** By the committed header of the tally. */
    private void awaitRead(int records) {
        try (TallyTopic tally =
                new TallyTopic(interchange.cluster(), interchange.topics().tally())) {
            Waiting.until("records to be read", () -> {
                tally.poll(Duration.ofMillis(50));
                var header = tally.reader().headers(LiveTraffic.RUN).get(0);
                return header != null && header.getRecords() == records;
            });
        }
    }

    private void assertAnnounced(long thread, long dueMs) {
        ConsumerRecord<byte[], byte[]> said = announced.stream()
                .filter(each -> lateness(each).getThread() == thread)
                .findFirst()
                .orElseThrow();
        Lateness lateness = lateness(said);
        assertThat(lateness.getKind()).isEqualTo(Lateness.Kind.OVERDUE);
        assertThat(lateness.getRevision()).isEqualTo(1);
        assertThat(lateness.getWatermark()).isEqualTo(LiveTraffic.NOW);
        assertThat(lateness.getAnnouncedUntil()).isGreaterThan(lateness.getDeadline());
        assertThat(said.timestamp()).isGreaterThanOrEqualTo(dueMs);
        System.out.println(
                "announced " + (said.timestamp() - dueMs) + " ms after its deadline had passed by the wall clock");
    }

    private static Lateness lateness(ConsumerRecord<byte[], byte[]> said) {
        try {
            return Lateness.parseFrom(said.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
