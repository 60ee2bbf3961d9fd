package io.docaxis.consumer.stream;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.TallyReader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology over Kafka's own test driver: real tasks and commits (one a record), no broker, time moved by hand. */
final class DrivenTopology implements AutoCloseable {

    static final Topics TOPICS = new Topics("test");

    private final StreamCounters work = new StreamCounters();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;
    private final TallyReader published = new TallyReader();

    DrivenTopology(boolean paced) {
        Topology topology = new Topology();
        StreamSettings settings = paced ? StreamSettings.PACED : StreamSettings.UNBOUNDED;
        ExchangeTopology.addTo(topology, TOPICS, 1, settings, work);
        Properties properties = new Properties();
        properties.putAll(StreamProperties.of(Cluster.of("nowhere:1"), TOPICS, settings));
        driver = new TopologyTestDriver(topology, properties);
        events = driver.createInputTopic(TOPICS.events(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void pipe(byte[] value) {
        events.pipeInput(ThreadKey.bytes(0), value);
    }

    void passWallClock(Duration by) {
        driver.advanceWallClockTime(by);
    }

    ExchangeStore store() {
        return (ExchangeStore) driver.getStateStore(ExchangeStore.NAME);
    }

    /** What was written to the store's changelog since the last call. */
    List<TestRecord<byte[], byte[]>> changelog() {
        return written(TOPICS.group() + "-" + ExchangeStore.NAME + "-changelog");
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return written(TOPICS.deadLetters());
    }

    List<TestRecord<byte[], byte[]>> lateness() {
        return written(TOPICS.lateness());
    }

    /** Everything published to the tally topic so far. */
    TallyReader published() {
        written(TOPICS.tally()).forEach(record -> published.read(record.key(), record.value()));
        return published;
    }

    /** How many records were published since the last call of this or {@link #published}. */
    int publish() {
        List<TestRecord<byte[], byte[]>> records = written(TOPICS.tally());
        records.forEach(record -> published.read(record.key(), record.value()));
        return records.size();
    }

    private List<TestRecord<byte[], byte[]>> written(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
