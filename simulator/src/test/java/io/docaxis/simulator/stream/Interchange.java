package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TallyTopic;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.broker.BrokerSettings;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.process.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker with the topics of one prefix, for a test to send traffic to and to see what consumers make of it. */
public final class Interchange implements AutoCloseable {

    private static final long WITHIN_FIRST_BATCH = 100;

    /** The address of a broker that runs already, for tests with clients that do not go with the one in this process. */
    private static final String OTHER = System.getProperty("docaxis.clients.broker");

    private final EmbeddedBroker broker =
            OTHER == null ? EmbeddedBroker.start(BrokerSettings.DEFAULT, why -> fail(why)) : null;
    private Topics topics = new Topics("it");

    public Cluster cluster() {
        return Cluster.of(broker == null ? OTHER : broker.bootstrapServers());
    }

    public Topics topics() {
        return topics;
    }

    /** Makes the topics. */
    public void create(int partitions) {
        new TopicSetup(cluster(), topics).ensure(partitions);
    }

    /** Makes topics of another prefix, and turns to them: nothing has come there, and nobody consumes them. */
    public void create(String prefix, int partitions) {
        topics = new Topics(prefix);
        create(partitions);
    }

    /** Changes a byte of the first batch in a partition of the events, as a broken disk may: the broker does not look. */
    void damage(int partition) throws IOException {
        String log = topics.events() + "-" + partition + "/00000000000000000000.log";
        try (Stream<Path> files = Files.walk(broker.directory())) {
            Path segment = files.filter(file -> file.endsWith(log)).findFirst().orElseThrow();
            try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                channel.read(one, WITHIN_FIRST_BATCH);
                channel.write(one.put(0, (byte) (one.get(0) ^ 1)).flip(), WITHIN_FIRST_BATCH);
            }
        }
    }

    /** Sends records from one place in the traffic up to another, in order. */
    void send(List<Traffic.Entry> entries) {
        send(cluster(), topics, entries);
    }

    /** The same, on another cluster. */
    static void send(Cluster cluster, Topics topics, List<Traffic.Entry> entries) {
        try (var producer = new KafkaProducer<>(
                cluster.client(Map.of("linger.ms", 5)), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Traffic.Entry entry : entries) {
                producer.send(new ProducerRecord<>(topics.events(), entry.partition(), entry.key(), entry.value()));
            }
        }
    }

    /** Waits until every partition has published its final tally, and checks it cell for cell. */
    void assertConcludes(Tally expected, int partitions) {
        try (TallyTopic topic = new TallyTopic(cluster(), topics.tally())) {
            TallyReader reader = awaitEnd(topic, partitions);
            Tally found = reader.sum(Traffic.RUN);
            assertThat(found.sorted())
                    .map(Interchange::text)
                    .isEqualTo(expected.sorted().stream().map(Interchange::text).toList());
            Sketch.Difference difference = found.sketch().minus(expected.sketch());
            assertThat(difference.onlyHere()).isEmpty();
            assertThat(difference.onlyThere()).isEmpty();
            assertThat(difference.more()).isFalse();
        }
    }

    /** How many committed records a topic has. */
    int committed(String name, int partitions) {
        List<TopicPartition> all = java.util.stream.IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
        try (var consumer = new KafkaConsumer<>(
                cluster().client(Map.of("isolation.level", "read_committed", "enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            int count = 0;
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                count += consumer.poll(Duration.ofMillis(200)).count();
            }
            return count;
        }
    }

    private static TallyReader awaitEnd(TallyTopic topic, int partitions) {
        Patience patience = new Patience();
        while (!patience.isOver(() -> topic.reader().headers(Traffic.RUN))) {
            topic.poll(Duration.ofMillis(200));
            SortedMap<Integer, PartHeader> headers = topic.reader().headers(Traffic.RUN);
            if (headers.size() == partitions && headers.values().stream().allMatch(PartHeader::getEnded)) {
                return topic.reader();
            }
        }
        throw new AssertionError("not ended, and nothing new for " + Patience.STANDSTILL.toSeconds() + " s: "
                + topic.reader().headers(Traffic.RUN));
    }

    private static String text(Cell cell) {
        return Long.toHexString(cell.key()) + " " + cell.count() + " " + Long.toHexString(cell.fingerprint()) + " "
                + cell.latenessS()
                + " "
                + cell.histogram();
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
