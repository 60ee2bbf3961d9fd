package io.docaxis.consumer.stream;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.TallyReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology over Kafka's own test driver: real tasks and commits (one a record), no broker, time moved by hand. */
final class DrivenTopology implements AutoCloseable {

    static final Topics TOPICS = new Topics("test");
    private static final Instant STARTED_AT = Instant.parse("2026-01-01T00:00:00Z");

    private final StreamCounters work = new StreamCounters();
    private long logEnd;
    private int asked;
    private long wallMs;
    private Instant now = STARTED_AT;
    private final LogEnds ends = new LogEnds(
            partitions -> {
                asked++;
                return partitions.stream().collect(Collectors.toMap(partition -> partition, end -> logEnd));
            },
            () -> wallMs);
    private final LogReadings readings = new LogReadings(ends);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> events;
    private final TallyReader published = new TallyReader();

    DrivenTopology(boolean paced) {
        this(paced, AppliedTimes.NONE);
    }

    DrivenTopology(boolean paced, AppliedTimes times) {
        this(paced ? StreamSettings.PACED : StreamSettings.UNBOUNDED, times);
    }

    DrivenTopology(StreamSettings settings, AppliedTimes times) {
        Topology topology = new Topology();
        ExchangeTopology.addTo(topology, TOPICS, 1, settings, work, readings, times);
        Properties properties = new Properties();
        properties.putAll(StreamProperties.of(Cluster.of("nowhere:1"), TOPICS, settings));
        driver = new TopologyTestDriver(topology, properties, STARTED_AT);
        events = driver.createInputTopic(TOPICS.events(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void pipe(byte[] value) {
        events.pipeInput(ThreadKey.bytes(0), value);
    }

    void passWallClock(Duration by) {
        driver.advanceWallClockTime(by);
        now = now.plus(by);
    }

    /** The log is asked for its end at an instant of the wall clock; by what was piped it is at that offset. */
    void askLogEnd(long atMs, long end) {
        wallMs = atMs;
        logEnd = end;
        ends.ask();
    }

    int logEndsAsked() {
        return asked;
    }

    /** By which punctuations and commits go. */
    long wallClockMs() {
        return now.toEpochMilli();
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
