package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.producer.fastsend.BatchingProducer;
import io.docaxis.producer.fastsend.Pacing;
import io.docaxis.producer.fastsend.SentEvents;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A paced producer that goes on after batches that were refused for good, with others before and behind them on their way: Kafka's producer
 * then numbers those anew, and blocks count otherwise than it does.
 */
class ContinuingSendsIT {

    private static final int PARTITIONS = 2;
    private static final int RECORDS = 30_000;
    /** Records, so that blocks are as large as they are meant to be, and several of a partition are on their way. */
    private static final int ON_THEIR_WAY = 80;

    private static final long NS_PER_MS = 1_000_000;

    private static Interchange interchange;

    private final FastPath path = new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO);
    private final Random random = new Random(5);
    /** By partition, by offset: the number of the record. */
    private final Map<Integer, TreeMap<Long, Long>> acknowledged = new HashMap<>();

    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger failedBatches = new AtomicInteger();

    @BeforeAll
    static void start() {
        interchange = new Interchange();
    }

    @AfterAll
    static void stop() {
        interchange.close();
    }

    @Test
    void whatIsAcknowledgedIsInTheLogOnceAndInOrderAndNothingElseIs() throws Exception {
        interchange.create("continuing", PARTITIONS);
        refuseLargeBatches();
        for (int p = 0; p < PARTITIONS; p++) {
            acknowledged.put(p, new TreeMap<>());
        }
        Map<String, Object> settings = interchange.cluster().client(Map.of("linger.ms", 5, "batch.size", 64 << 10));
        int sent = 0;
        try (BatchingProducer producer = BatchingProducer.paced(
                settings,
                settings,
                interchange.topics().events(),
                PARTITIONS,
                path,
                new Pacing(System::nanoTime, true),
                this::completed)) {
            long nowNs = 1_700_000_000_000L * NS_PER_MS;
            while (sent < RECORDS) {
                // small enough or too large, in one block
                int together = random.nextInt(20) == 0 ? 45 : 1 + random.nextInt(20);
                int partition = random.nextInt(PARTITIONS);
                for (int i = 0; i < together; i++) {
                    byte[] value = ByteBuffer.allocate(1_000).putLong(sent).array();
                    // what is wanted is the number
                    producer.send(partition, sent, nowNs, new byte[8], value, value.length);
                    sent++;
                }
                do {
                    nowNs += NS_PER_MS;
                    producer.sendDue(nowNs, Long.MAX_VALUE);
                    Thread.onSpinWait();
                } while (sent - completed.get() > ON_THEIR_WAY);
                if (sent == together) {
                    producer.flush();
                }
            }
            producer.flush();
        }
        long known = acknowledged.values().stream().mapToLong(TreeMap::size).sum();
        assertThat(known + failed.get()).isEqualTo(sent);
        assertThat(failedBatches.get()).isGreaterThan(10);
        assertThat(known).isGreaterThan(RECORDS / 2);
        for (int p = 0; p < PARTITIONS; p++) {
            List<Long> numbers = read(p);
            assertThat(numbers)
                    .isSorted()
                    .isEqualTo(List.copyOf(acknowledged.get(p).values()));
        }
        assertThat(path.isOpen()).isTrue();
        System.out.println(known + " of " + sent + " records came, " + failedBatches + " batches were refused");
    }

    private void completed(int records, SentEvents events, Exception exception) {
        completed.addAndGet(records);
        if (exception != null) {
            assertThat(exception).isInstanceOf(RecordTooLargeException.class);
            failed.addAndGet(records);
            failedBatches.incrementAndGet();
            return;
        }
        for (int i = 0; i < records; i++) {
            acknowledged.get(events.partition()).put(events.firstOffset() + i, events.intendedAtNs(i));
        }
    }

    private static void refuseLargeBatches() throws Exception {
        try (Admin admin = Admin.create(interchange.cluster().client(Map.of()))) {
            ConfigEntry small = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(32 << 10));
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(
                                    ConfigResource.Type.TOPIC,
                                    interchange.topics().events()),
                            List.of(new AlterConfigOp(small, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static List<Long> read(int partition) {
        TopicPartition place = new TopicPartition(interchange.topics().events(), partition);
        List<Long> numbers = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                interchange.cluster().client(Map.of("enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).get(place);
            while (consumer.position(place) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    numbers.add(ByteBuffer.wrap(record.value()).getLong());
                }
            }
        }
        return numbers;
    }
}
