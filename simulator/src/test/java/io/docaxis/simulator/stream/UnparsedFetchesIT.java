package io.docaxis.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.FastClients;
import io.docaxis.common.kafka.FastPath;
import io.docaxis.consumer.batch.BatchDeserializer;
import io.docaxis.consumer.batch.BatchingConsumer;
import io.docaxis.consumer.batch.RecordCursor;
import io.docaxis.simulator.process.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
        send(Map.of("linger.ms", 5, "compression.type", "lz4"), false);
        send(Map.of("linger.ms", 5, "transactional.id", "kept"), false);
        send(Map.of("linger.ms", 5, "transactional.id", "aborted"), true);
        send(Map.of("batch.size", 0), false);
        Map<String, Object> settings = interchange
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
        try (Consumer<byte[], byte[]> ours = new BatchingConsumer(settings, path);
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
            // of five parts the records of one are compressed, and those of another each a batch of their own
            assertThat(consumed(ours)).isLessThan(records * 4 / 5);
            System.out.println(records + " records came as " + consumed(ours));
        }
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
        cursor.open(new BatchDeserializer().deserialize(polled.topic(), polled.headers(), polled.value()));
        while (cursor.next()) {
            to.add(text(cursor.record()));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.offset() + " " + record.timestamp() + " " + Arrays.toString(record.key()) + " "
                + Arrays.toString(record.value()) + " " + record.headers();
    }
}
