package io.docaxis.simulator.bench.load;

import io.docaxis.common.event.ThreadKey;
import io.docaxis.simulator.bench.ClientSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka's own producer and consumer on two threads of one process, as {@code load} has them: values that carry the instant at which they
 * are wanted go out evenly, and the consumer says how long after it has each. By the one monotonic clock of the process; a tenth of the
 * time is warm-up and left out.
 */
final class PacedPair {

    private static final Duration WAIT = Duration.ofMillis(100);
    /** Without a record for so long, something is wrong. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    /** So that both wait when it begins. */
    private static final long READY_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NS_PER_US = 1_000;

    private final Path settings;
    private final String servers;
    private final String topic;
    private final int rate;
    private final long records;
    private final long durationNs;
    private final byte[][] values;
    private final String lingerMs;
    private final CountDownLatch assigned = new CountDownLatch(1);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    /** Since when latencies count, by the monotonic clock; set before the first is sent. */
    private volatile long measuredFromNs;

    PacedPair(Path settings, String servers, String topic, int rate, int seconds, int size, String lingerMs) {
        this.settings = settings;
        this.servers = servers;
        this.topic = topic;
        this.rate = rate;
        this.lingerMs = lingerMs;
        records = (long) rate * seconds;
        durationNs = seconds * SECOND_NS;
        values = RandomValues.bytes(size);
    }

    /** Sends and reads all of it, and says what was measured. */
    String run() throws Exception {
        CompletableFuture<Histogram> read = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(read), "bench-reader");
        reader.setDaemon(true);
        reader.start();
        long startAtNs;
        long startAtMs;
        Map<String, Object> all = ClientSettings.read(settings, servers);
        all.put("linger.ms", lingerMs);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(topic);
            assigned.await();
            startAtNs = System.nanoTime() + READY_NS;
            startAtMs = System.currentTimeMillis() + TimeUnit.NANOSECONDS.toMillis(READY_NS);
            measuredFromNs = startAtNs + durationNs / 10;
            send(producer, startAtNs);
            producer.flush();
        }
        if (failure.get() != null) {
            throw new KafkaException("not all of " + records + " records were acknowledged", failure.get());
        }
        Histogram micros = read.get();
        return "measured " + micros.getTotalCount() + " events from "
                + (startAtMs + TimeUnit.NANOSECONDS.toMillis(measuredFromNs - startAtNs)) + " to "
                + (startAtMs + TimeUnit.NANOSECONDS.toMillis(durationNs)) + ": " + LapLatency.line(micros);
    }

    /** What is due goes at once; what is late is late. */
    private void send(KafkaProducer<byte[], byte[]> producer, long startAtNs) {
        for (long i = 0; i < records && failure.get() == null; i++) {
            long intendedAtNs = startAtNs + i * SECOND_NS / rate;
            for (long nowNs = System.nanoTime(); nowNs < intendedAtNs; nowNs = System.nanoTime()) {
                LockSupport.parkNanos(intendedAtNs - nowNs);
            }
            byte[] key = new byte[Long.BYTES];
            ThreadKey.write(i, key);
            byte[] value = values[(int) (i % values.length)].clone();
            ByteBuffer.wrap(value).putLong(intendedAtNs);
            producer.send(new ProducerRecord<>(topic, key, value), (metadata, exception) -> {
                if (exception != null) {
                    failure.compareAndSet(null, exception);
                }
            });
        }
    }

    private void read(CompletableFuture<Histogram> result) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", "bench-paced", "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            result.complete(read(consumer));
        } catch (RuntimeException | IOException e) {
            assigned.countDown();
            failure.compareAndSet(null, e);
            result.completeExceptionally(e);
        }
    }

    private Histogram read(KafkaConsumer<byte[], byte[]> consumer) throws IOException {
        Histogram micros = new Histogram(3);
        long lastAtNs = System.nanoTime();
        for (long counted = 0; counted < records; ) {
            var polled = consumer.poll(WAIT);
            if (!consumer.assignment().isEmpty()) {
                assigned.countDown();
            }
            for (ConsumerRecord<byte[], byte[]> record : polled) {
                long nowNs = System.nanoTime();
                long intendedAtNs = ByteBuffer.wrap(record.value()).getLong();
                if (intendedAtNs - measuredFromNs >= 0) {
                    micros.recordValue((nowNs - intendedAtNs) / NS_PER_US);
                }
                lastAtNs = nowNs;
                counted++;
            }
            if (System.nanoTime() - lastAtNs > PATIENCE_NS) {
                throw new IOException("read " + counted + " of " + records + " records, then nothing for a minute");
            }
        }
        return micros;
    }
}
