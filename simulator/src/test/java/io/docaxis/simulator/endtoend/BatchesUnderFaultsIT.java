package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.TopicSetup;
import io.docaxis.producer.batch.BatchingProducer;
import io.docaxis.simulator.outside.BrokerRun;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/**
 * A producer of batches, some hundred thousand records a second, whose broker is stopped, and killed with -9, twice: every record
 * is there once, in its order.
 * The drills do the same to whole pipelines, but at a pace at which records go one by one.
 */
class BatchesUnderFaultsIT {

    private static final Topics TOPICS = new Topics("faults");
    private static final int PARTITIONS = 3;
    private static final int VALUE_LENGTH = 40;
    /** Sends between two rests of a millisecond: some hundred thousand records a second. */
    private static final int SENDS = 100;

    private static final long MOMENT_MS = 2_000;
    /** Longer than {@code request.timeout.ms} below, so that requests are sent again that the broker took. */
    private static final long STOPPED_MS = 5_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private final AtomicLong answered = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    @Test
    void bringsEveryRecordOnceAndInOrder() throws Exception {
        try (BrokerRun broker = BrokerRun.start()) {
            new TopicSetup(broker.cluster(), TOPICS).ensure(PARTITIONS);
            long[] sent = send(broker);
            assertThat(failure.get()).isNull();
            assertThat(answered.get()).isEqualTo(sent[0] + sent[1] + sent[2]);
            assertThat(answers.get()).isLessThan((int) (answered.get() / 10));
            for (int p = 0; p < PARTITIONS; p++) {
                assertThat(readInOrder(broker, p)).isEqualTo(sent[p]);
            }
            System.out.println(answered + " records came in " + answers + " batches, through three faults");
        }
    }

    private long[] send(BrokerRun broker) throws Exception {
        Map<String, Object> settings = Map.of("linger.ms", 50, "batch.size", 64 << 10, "request.timeout.ms", 2_000);
        long[] sent = new long[PARTITIONS];
        byte[] key = new byte[8];
        byte[] value = new byte[VALUE_LENGTH];
        try (BatchingProducer producer =
                new BatchingProducer(broker.cluster().client(settings), TOPICS.events(), PARTITIONS, this::answer)) {
            CompletableFuture<Void> faults = null;
            for (int i = 0; faults == null || !faults.isDone(); i++) {
                int partition = i % PARTITIONS;
                ByteBuffer.wrap(value).putLong(sent[partition]++);
                producer.send(partition, System.currentTimeMillis(), key, value, VALUE_LENGTH);
                if (i % SENDS == 0) {
                    Thread.sleep(1);
                }
                if (i == PARTITIONS - 1) {
                    producer.flush();
                    faults = CompletableFuture.runAsync(() -> strike(broker));
                }
            }
            faults.get();
            producer.flush();
        }
        return sent;
    }

    private static void strike(BrokerRun broker) {
        try {
            Thread.sleep(MOMENT_MS);
            broker.process().signal("STOP");
            Thread.sleep(STOPPED_MS);
            broker.process().signal("CONT");
            for (int kills = 0; kills < 2; kills++) {
                Thread.sleep(MOMENT_MS);
                broker.process().kill();
                broker.restart();
            }
            Thread.sleep(MOMENT_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(int records, Exception exception) {
        answers.incrementAndGet();
        if (exception == null) {
            answered.addAndGet(records);
        } else {
            failure.compareAndSet(null, exception);
        }
    }

    /** How many records a partition has, each of which must bear the number after that of the one before. */
    private static long readInOrder(BrokerRun broker, int partition) {
        TopicPartition place = new TopicPartition(TOPICS.events(), partition);
        try (var consumer = new KafkaConsumer<>(
                broker.cluster().client(Map.of("enable.auto.commit", false)),
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
