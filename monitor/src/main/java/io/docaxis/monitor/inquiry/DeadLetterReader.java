package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.TopicTail;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds the newest dead letters of a prefix: in the ends of the topic's partitions, and farther back while there are too few. */
final class DeadLetterReader {

    /**
     * What was found.
     *
     * @param newest newest first
     * @param unknown what was not read, in words
     */
    record Found(List<DeadLetterSample> newest, List<String> unknown) {}

    /** Offsets before the end at first, and how much farther back each further reading goes. */
    private static final long OFFSETS = 512;

    private static final long FARTHER = 8;
    private static final long MOST_OFFSETS = OFFSETS * FARTHER * FARTHER;

    private static final Comparator<DeadLetterSample> NEWEST_FIRST =
            Comparator.comparingLong(DeadLetterSample::writtenAtMs).reversed();

    private final Cluster cluster;
    private final String topic;
    private final Duration patience;
    private final int limit;

    /**
     * Reads nothing yet.
     *
     * @param patience with a broker that says nothing
     * @param limit most that are wanted
     */
    DeadLetterReader(Cluster cluster, Topics topics, Duration patience, int limit) {
        this.cluster = cluster;
        this.topic = topics.deadLetters();
        this.patience = patience;
        this.limit = limit;
    }

    /**
     * The newest.
     *
     * @param reason empty: whichever
     * @param most for how long is read
     * @throws io.docaxis.common.kafka.ClusterException if the topic is not there, may not be read, or nobody answers
     */
    Found read(Optional<String> reason, Duration most) {
        long begunNs = System.nanoTime();
        BooleanSupplier enough = () -> System.nanoTime() - begunNs >= most.toNanos();
        try (TopicTail tail = new TopicTail(cluster, topic, patience)) {
            for (long offsets = OFFSETS; ; offsets *= FARTHER) {
                Map<Integer, Deque<DeadLetterSample>> kept = new TreeMap<>();
                TopicTail.Read read = tail.read(offsets, enough, record -> keep(kept, record, reason));
                List<DeadLetterSample> newest = newest(kept);
                if (!read.isWhole()) {
                    return new Found(
                            newest,
                            List.of("newer dead letters: there was no time to read topic '" + topic + "' to its end"));
                }
                if (newest.size() >= limit || read.isFromStart()) {
                    return new Found(newest, List.of());
                }
                if (offsets >= MOST_OFFSETS || enough.getAsBoolean()) {
                    return new Found(
                            newest,
                            List.of("older dead letters: only the last " + offsets
                                    + " offsets of each partition of topic '" + topic + "' were read"));
                }
            }
        }
    }

    /** Of each partition the last ones. */
    private void keep(
            Map<Integer, Deque<DeadLetterSample>> kept,
            ConsumerRecord<byte[], byte[]> record,
            Optional<String> reason) {
        DeadLetterSample sample = DeadLetterSample.of(record);
        if (reason.isEmpty() || sample.isOf(reason.get())) {
            Deque<DeadLetterSample> last = kept.computeIfAbsent(record.partition(), first -> new ArrayDeque<>());
            last.addFirst(sample);
            if (last.size() > limit) {
                last.removeLast();
            }
        }
    }

    private List<DeadLetterSample> newest(Map<Integer, Deque<DeadLetterSample>> kept) {
        List<DeadLetterSample> all = new ArrayList<>();
        kept.values().forEach(all::addAll);
        // a stable order: those of a partition stay newest first
        all.sort(NEWEST_FIRST);
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
