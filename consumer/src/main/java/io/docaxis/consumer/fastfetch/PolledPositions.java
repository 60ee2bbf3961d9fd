package io.docaxis.consumer.fastfetch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the consumers of a process have polled the partitions whose tasks want to know: Streams tells a task of records alone. Where
 * the log ends in what is no record (markers of transactions), or where nothing has come since a restart, only the consumer's own
 * position says that everything was polled. Thread-safe.
 */
public final class PolledPositions {

    /** It is not known, or there was no record. */
    public static final long UNKNOWN = -1;

    /** One partition, for as long as one life of a task. Of the stream thread on which it began. */
    public static final class Watch {
        private final Thread thread = Thread.currentThread();
        private long position = UNKNOWN;
        private long lastGiven = UNKNOWN;

        private Watch() {}

        private boolean isMine() {
            return thread == Thread.currentThread();
        }

        private void moved(List<ConsumerRecord<byte[], byte[]>> given, long to) {
            if (!given.isEmpty()) {
                lastGiven = given.get(given.size() - 1).offset();
            }
            position = to;
        }

        /** Where the next poll begins, as of the last one; {@link #UNKNOWN} before the first. */
        public long position() {
            return position;
        }

        /** Offset of the last record that Streams was given, which may stand for many; it may wait there. */
        public long lastGiven() {
            return lastGiven;
        }
    }

    private final Map<TopicPartition, Watch> watches = new ConcurrentHashMap<>();

    /** A task begins to run: call on its stream thread, which is the one that polls. */
    public Watch begin(TopicPartition partition) {
        Watch watch = new Watch();
        watches.put(partition, watch);
        return watch;
    }

    public void end(TopicPartition partition, Watch watch) {
        watches.remove(partition, watch);
    }

    /**
     * Takes note of a poll, and tells Streams at the first poll of a task where it begins, so that it has an offset to commit before
     * a record has come. Never throws: the records were polled.
     *
     * @param nextOffsets of all partitions whose position the poll has moved
     */
    ConsumerRecords<byte[], byte[]> noted(
            Consumer<?, ?> consumer,
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> given,
            Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        Map<TopicPartition, OffsetAndMetadata> next = begun(consumer, nextOffsets);
        nextOffsets.forEach((partition, offset) -> {
            Watch watch = watches.get(partition);
            if (watch != null && watch.isMine()) {
                watch.moved(given.getOrDefault(partition, List.of()), offset.offset());
            }
        });
        return new ConsumerRecords<>(given, next);
    }

    /** The consumer is sent elsewhere: where it begins, the next poll says. */
    void sought(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Watch watch = watches.get(partition);
            if (watch != null && watch.isMine()) {
                watch.position = UNKNOWN;
            }
        }
    }

    /** The offsets, and where those begin of which it wasn't known. */
    private Map<TopicPartition, OffsetAndMetadata> begun(
            Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(nextOffsets);
        watches.forEach((partition, watch) -> {
            // of a paused one it gives no records, and its task may not be there
            if (watch.position == UNKNOWN
                    && watch.isMine()
                    && consumer.assignment().contains(partition)
                    && !consumer.paused().contains(partition)) {
                watch.position = position(consumer, partition);
                if (watch.position != UNKNOWN) {
                    next.putIfAbsent(partition, new OffsetAndMetadata(watch.position));
                }
            }
        });
        return next;
    }

    private static long position(Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (KafkaException | IllegalStateException e) {
            // what is wrong the next poll says, if it still is
            return UNKNOWN;
        }
    }
}
