package io.docaxis.simulator.observability;

import io.docaxis.common.kafka.Cluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A group that is well: its only member reads what comes and commits, on a thread of its own. */
final class SteadyReader implements AutoCloseable {

    private final Thread thread;

    private SteadyReader(Thread thread) {
        this.thread = thread;
    }

    static SteadyReader start(Cluster cluster, String topic, String group) {
        Thread thread = new Thread(() -> read(cluster, topic, group), group);
        thread.setDaemon(true);
        thread.start();
        return new SteadyReader(thread);
    }

    private static void read(Cluster cluster, String topic, String group) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster.consumer(
                        Map.of("group.id", group, "enable.auto.commit", true, "auto.commit.interval.ms", 1000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(Duration.ofMillis(200));
            }
        } catch (InterruptException e) {
            // the test is over
        }
    }

    /** Whether it has not failed. */
    boolean isReading() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
