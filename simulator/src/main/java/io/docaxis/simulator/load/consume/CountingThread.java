package io.docaxis.simulator.load.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads its partitions from their ends on, as they are when it begins, and counts. What it shows is as of its last poll; thread-safe
 * to read.
 */
final class CountingThread implements Runnable {

    private static final Duration POLL = Duration.ofMillis(100);
    /** Who is asked for the ends and does not answer is asked again after the next poll. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    /**
     * How far it has come.
     *
     * @param positions where the next poll of each partition begins
     * @param lag empty: unknown
     * @param lastAtNs when the last records were counted
     * @param isDrained whether it has read what there was when sending ended
     */
    record Seen(
            CountedRecords counted,
            Map<TopicPartition, Long> positions,
            OptionalLong lag,
            long lastAtNs,
            boolean isDrained) {}

    private final Consumer<byte[], byte[]> consumer;
    private final CountSettings settings;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, PartitionCount> counts = new HashMap<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private Map<TopicPartition, Long> ends;
    private long lastAtNs;
    private volatile Seen seen = new Seen(CountedRecords.NONE, Map.of(), OptionalLong.empty(), 0, false);
    private volatile boolean sendingEnded;
    private volatile boolean closing;
    private volatile RuntimeException failure;

    /** @param consumer of nobody else; closed at the end */
    CountingThread(Consumer<byte[], byte[]> consumer, CountSettings settings, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.settings = settings;
        this.partitions = partitions;
        HeadReader reader = settings.heads().get();
        partitions.forEach(partition -> counts.put(
                partition,
                new PartitionCount(
                        settings.run(),
                        settings.sources(),
                        reader,
                        settings.clockNs(),
                        new PartitionLatencies(partition.partition(), settings.sink(), settings.polls()))));
    }

    /** Done once it knows where it begins; exceptional where it cannot. */
    CompletableFuture<Void> begun() {
        return begun;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            show();
            begun.complete(null);
            while (!closing) {
                poll();
            }
        } catch (WakeupException e) {
            begun.completeExceptionally(e);
        } catch (RuntimeException e) {
            failure = e;
            begun.completeExceptionally(e);
        }
    }

    private void poll() {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
        long polledAtNs = settings.clockNs().getAsLong();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            counts.get(partition).take(records, polledAtNs);
        }
        if (!polled.isEmpty()) {
            lastAtNs = settings.clockNs().getAsLong();
        }
        polled.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
        if (sendingEnded && ends == null) {
            ends = ends();
        }
        show();
    }

    /** Null: nobody answered. */
    private Map<TopicPartition, Long> ends() {
        try {
            return consumer.endOffsets(partitions, ENDS_WITHIN);
        } catch (TimeoutException e) {
            return null;
        }
    }

    private void show() {
        CountedRecords sum = CountedRecords.NONE;
        for (PartitionCount count : counts.values()) {
            sum = sum.plus(count.counted());
        }
        boolean isDrained = ends != null
                && partitions.stream().allMatch(partition -> positions.get(partition) >= ends.get(partition));
        seen = new Seen(sum, Map.copyOf(positions), lag(), lastAtNs, isDrained);
    }

    private OptionalLong lag() {
        long sum = 0;
        for (TopicPartition partition : partitions) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isEmpty()) {
                return lag;
            }
            sum += lag.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    Seen seen() {
        return seen;
    }

    /** Why it has stopped; null while it has not. */
    RuntimeException failure() {
        return failure;
    }

    void sendingEnded() {
        sendingEnded = true;
    }

    /** Ends it soon. */
    void stop() {
        closing = true;
        consumer.wakeup();
    }
}
