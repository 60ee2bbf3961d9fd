package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is learnt of tallies that the test writes itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresIT {

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

    /** What was read of a tally is worth nothing once a part of it cannot be read, or the topic is another. */
    @Test
    void hasNoTallyWhileItCannotBeReadAndStartsOverWithAnotherTopic() throws Exception {
        Topics topics = new Topics("tallied");
        create(topics.tally(), 1);
        try (Figures figures = new Figures(cluster, topics, 1, Figures.EVERY_SECOND, Clock.SYSTEM).start()) {
            publish(topics, 0, 500);
            publish(topics, 1, 300);
            Waiting.until("a tally", () -> figures.tally().recordsRead() == 800);
            assertThat(figures.tallyProblem()).isEmpty();
            try (Producer<byte[], byte[]> producer = producer()) {
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
        publish(topics, header(500).setContractVersion(0), 0);
        try (Figures figures = new Figures(cluster, topics, 1, Figures.EVERY_SECOND, Clock.SYSTEM).start()) {
            Waiting.until(
                    "a refusal",
                    () -> figures.tallyProblem()
                            .orElse("")
                            .contains("topic 'older.tally' is of version 1 of the event contract"));
            assertThat(figures.tally().isKnown()).isFalse();
        }
    }

    /** What is late is of another moment then: nobody asks for it, and nobody misses it. */
    @Test
    void saysNothingOfLatenessBesideATallyThatComesInTurns() throws Exception {
        Topics topics = new Topics("turns");
        create(topics.tally(), 1);
        publish(topics, 0, 500);
        try (Figures figures = new Figures(cluster, topics, 1, Figures.EVERY_SECOND, Clock.SYSTEM).start()) {
            Waiting.until("a tally", () -> figures.tally().recordsRead() == 500);
            assertThat(parts(figures)).containsExactlyInAnyOrder("tally", "lateness");
            publish(topics, header(600).setInTurns(true), 0);
            Waiting.until("another tally", () -> figures.tally().recordsRead() == 600);
            assertThat(parts(figures)).containsExactly("tally");
        }
    }

    /** Those of which the metrics say something. */
    private static Set<String> parts(Figures figures) {
        Series series = new Series();
        figures.addTo(series, "here");
        return series.snapshots().stream()
                .flatMap(metric -> metric.getDataPoints().stream())
                .map(point -> point.getLabels().get("part"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private void publish(Topics topics, int part, long records) {
        publish(topics, header(records), part);
    }

    private static PartHeader.Builder header(long records) {
        return PartHeader.newBuilder()
                .setContractVersion(ContractVersion.CURRENT)
                .setParts(2)
                .setRecords(records);
    }

    /** The header of a part of a tally. */
    private void publish(Topics topics, PartHeader.Builder header, int part) {
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(
                    topics.tally(),
                    TallyCodec.headerKey(7, part),
                    header.build().toByteArray()));
        }
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(cluster.client(Map.of()), new ByteArraySerializer(), new ByteArraySerializer());
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
}
