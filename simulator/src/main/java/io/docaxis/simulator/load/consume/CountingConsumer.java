package io.docaxis.simulator.load.consume;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.topic.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A plain consumer in this process, on threads of its own: measures what arrives from the instant it was intended, and counts what is
 * lost, doubled or late by its sequences. It reads given partitions and commits nothing, so it needs no group, and nobody's
 * rebalance disturbs it.
 */
public final class CountingConsumer implements LoadConsumer {

    private static final long BEGIN_WITHIN_S = 60;
    private static final long STOP_WITHIN_MS = 10_000;

    private final CountSettings settings;
    private final List<CountingThread> readers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Standstill standstill;
    private volatile long lastAcknowledgedAtNs;
    private volatile boolean sendingEnded;

    private CountingConsumer(CountSettings settings) {
        this.settings = settings;
        standstill = new Standstill(settings.patience());
    }

    /**
     * Begins to read; returns when it is known where: what is sent from now on is counted.
     *
     * @throws ClusterException if the topic is not there, or may not be read, or nobody answers
     */
    public static CountingConsumer start(CountSettings settings) {
        CountingConsumer counting = new CountingConsumer(settings);
        try {
            counting.begin();
        } catch (KafkaException e) {
            counting.close();
            throw counting.failed(e);
        } catch (RuntimeException e) {
            counting.close();
            throw e;
        }
        return counting;
    }

    private void begin() {
        List<TopicPartition> partitions;
        try (KafkaConsumer<byte[], byte[]> asking = consumer()) {
            partitions = asking.partitionsFor(settings.topic()).stream()
                    .map(info -> new TopicPartition(settings.topic(), info.partition()))
                    .toList();
        }
        if (partitions.isEmpty()) {
            throw new ClusterException("topic '" + settings.topic() + "' is not there: nothing to count");
        }
        int count = Math.min(settings.threads(), partitions.size());
        for (int number = 0; number < count; number++) {
            int first = number;
            List<TopicPartition> own = IntStream.range(0, partitions.size())
                    .filter(index -> index % count == first)
                    .mapToObj(partitions::get)
                    .toList();
            CountingThread reader = new CountingThread(consumer(), settings, own);
            Thread thread = new Thread(reader, "docaxis-count-" + number);
            thread.setDaemon(true);
            readers.add(reader);
            threads.add(thread);
            thread.start();
        }
        readers.forEach(this::await);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> own = Map.of("enable.auto.commit", false, "auto.offset.reset", "earliest");
        return new KafkaConsumer<>(
                settings.cluster().consumer(own), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void await(CountingThread reader) {
        Cluster cluster = settings.cluster();
        try {
            reader.begun().get(BEGIN_WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new ClusterException(
                    "no Kafka broker at '" + cluster + "' said within " + BEGIN_WITHIN_S + " s where topic '"
                            + settings.topic() + "' ends",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for '" + cluster + "'", e);
        }
    }

    @Override
    public ConsumerProgress progress() {
        requireRunning();
        long consumed = 0;
        long lag = 0;
        boolean isLagKnown = true;
        for (CountingThread reader : readers) {
            CountingThread.Seen seen = reader.seen();
            consumed += seen.counted().records();
            isLagKnown &= seen.lag().isPresent();
            lag += seen.lag().orElse(0);
        }
        return new ConsumerProgress(
                OptionalLong.of(consumed), isLagKnown ? OptionalLong.of(lag) : OptionalLong.empty());
    }

    @Override
    public void sendingEnded(long atNs) {
        lastAcknowledgedAtNs = atNs;
        sendingEnded = true;
        readers.forEach(CountingThread::sendingEnded);
    }

    @Override
    public Drained drained() {
        ConsumerProgress now = progress();
        if (!sendingEnded) {
            return Drained.reading("counting while it is sent");
        }
        List<CountingThread.Seen> seen =
                readers.stream().map(CountingThread::seen).toList();
        if (seen.stream().allMatch(CountingThread.Seen::isDrained)) {
            long lastAtNs =
                    seen.stream().mapToLong(CountingThread.Seen::lastAtNs).max().orElse(0);
            return lastAtNs == 0
                    ? new Drained(
                            Drained.State.DRAINED,
                            "nothing came to be counted",
                            OptionalLong.empty(),
                            OptionalLong.empty())
                    : Drained.after(lastAtNs - lastAcknowledgedAtNs, 0, "counted to the end");
        }
        long stoodNs = standstill.look(
                seen.stream().map(CountingThread.Seen::positions).toList(),
                settings.clockNs().getAsLong());
        String unread = now.lag().isPresent() ? now.lag().getAsLong() + " records unread" : "unknown how many unread";
        return stoodNs == 0
                ? Drained.reading(unread)
                : Drained.standing("the counting consumer has read nothing for "
                        + TimeUnit.NANOSECONDS.toSeconds(stoodNs) + " s, " + unread);
    }

    /** What it has counted so far. */
    public CountedRecords counted() {
        return readers.stream()
                .map(reader -> reader.seen().counted())
                .reduce(CountedRecords.NONE, CountedRecords::plus);
    }

    @Override
    public OptionalLong passed(int partition) {
        TopicPartition asked = new TopicPartition(settings.topic(), partition);
        return readers.stream()
                .map(reader -> reader.seen().positions().get(asked))
                .filter(position -> position != null)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private void requireRunning() {
        for (CountingThread reader : readers) {
            if (reader.failure() != null) {
                throw failed(reader.failure());
            }
        }
    }

    private ClusterException failed(RuntimeException why) {
        return Refusal.in(why, topic -> AclOperation.READ, "")
                .orElseGet(() -> new ClusterException(
                        "topic '" + settings.topic() + "' cannot be counted: " + Reason.of(why), why));
    }

    /** Stops reading, and waits for it some seconds. */
    @Override
    public void close() {
        readers.forEach(CountingThread::stop);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_WITHIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
