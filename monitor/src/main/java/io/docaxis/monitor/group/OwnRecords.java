package io.docaxis.monitor.group;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.tally.TallyCodec;
import io.docaxis.common.tally.proto.TallyKey;
import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.group.PrefixesSeen.Candidate;
import io.docaxis.monitor.group.PrefixesSeen.Found;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds out whether topics have what docaxis writes: an event first in a partition, as a start marker is; or a header among the newest records
 * of a tally. However much somebody else's topics hold, little of it is read; one that cannot be read hides no other. One thread at a time.
 */
final class OwnRecords implements PrefixesSeen.Reading {

    /** Broker and this process may both be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Of the events: each has a marker. */
    private static final int MOST_PARTITIONS = 3;
    /** A commit writes what has changed, and a header. */
    private static final long NEWEST = 500;
    /** Of one partition; what docaxis writes at once is less. */
    private static final long MOST_BYTES = 1 << 20;

    private final Cluster cluster;
    private final PartitionQueries queries;
    private final Function<String, List<TopicPartition>> partitions;
    private final Consumer<RuntimeException> failures;
    private final EventReader events = new EventReader();
    private final Map<TopicPartition, Long> bytes = new HashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param partitions of a topic that have a leader
     * @param failures told of what may not or cannot be read
     */
    OwnRecords(
            Cluster cluster,
            PartitionQueries queries,
            Function<String, List<TopicPartition>> partitions,
            Consumer<RuntimeException> failures) {
        this.cluster = cluster;
        this.queries = queries;
        this.partitions = partitions;
        this.failures = failures;
    }

    @Override
    public Map<Candidate, Found> read(Set<Candidate> candidates) throws InterruptedException {
        Map<Candidate, Found> found = new HashMap<>();
        candidates.forEach(candidate -> found.put(candidate, Found.EMPTY));
        Map<TopicPartition, Candidate> unread = partitions(candidates);
        Map<TopicPartition, Long> starts = known(queries.starts(unread.keySet()));
        Map<TopicPartition, Long> ends = known(queries.stableEnds(starts.keySet()));
        unread.keySet()
                .removeIf(partition -> ends.containsKey(partition) && starts.get(partition) >= ends.get(partition));
        unread.values().forEach(candidate -> found.put(candidate, Found.OTHER));
        unread.keySet().retainAll(ends.keySet());
        if (unread.isEmpty()) {
            return found;
        }
        bytes.clear();
        KafkaConsumer<byte[], byte[]> consumer =
                RecordClient.of(cluster, "read_committed", Map.of("default.api.timeout.ms", (int) PATIENCE.toMillis()));
        try {
            consumer.assign(unread.keySet());
            unread.keySet()
                    .forEach(partition -> consumer.seek(
                            partition,
                            isTally(partition, unread)
                                    ? Math.max(starts.get(partition), ends.get(partition) - NEWEST)
                                    : starts.get(partition)));
            read(consumer, ends, unread, found);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
        return found;
    }

    private Map<TopicPartition, Candidate> partitions(Set<Candidate> candidates) {
        Map<TopicPartition, Candidate> all = new HashMap<>();
        for (Candidate candidate : candidates) {
            Topics topics = new Topics(candidate.prefix());
            partitions.apply(topics.events()).stream()
                    .limit(MOST_PARTITIONS)
                    .forEach(partition -> all.put(partition, candidate));
            partitions.apply(topics.tally()).stream()
                    .filter(partition -> partition.partition() == 0)
                    .forEach(partition -> all.put(partition, candidate));
        }
        return all;
    }

    private Map<TopicPartition, Long> known(Answers<TopicPartition, Long> answers) {
        answers.failed().values().forEach(failures);
        return answers.known();
    }

    /** @param unread what was not read as far as it has to be; what was, or cannot be or need not be, goes out of it */
    private void read(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Candidate> unread,
            Map<Candidate, Found> found) {
        long untilNs = System.nanoTime() + PATIENCE.toNanos();
        while (!unread.isEmpty() && System.nanoTime() - untilNs < 0) {
            try {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(RecordClient.POLL)) {
                    take(record, unread, found);
                }
                unread.keySet().removeIf(partition -> isAt(consumer, partition, ends.get(partition)));
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                failures.accept(e);
                unread.keySet().removeAll(ConcernedPartitions.of(e, unread.keySet()));
            }
            unread.values().removeIf(candidate -> found.get(candidate) == Found.OURS);
            consumer.assign(unread.keySet());
        }
    }

    private static boolean isAt(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        try {
            return consumer.position(partition, Duration.ZERO) >= end;
        } catch (TimeoutException e) {
            // it has to be found first
            return false;
        }
    }

    private void take(
            ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Candidate> unread, Map<Candidate, Found> found) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        Candidate candidate = unread.get(partition);
        if (candidate == null) {
            return;
        }
        boolean isTally = isTally(partition, unread);
        if (isTally ? isHeader(record) : events.read(record.value()) != EventKind.UNREADABLE) {
            found.put(candidate, Found.OURS);
        } else if (!isTally || bytes.merge(partition, size(record), Long::sum) >= MOST_BYTES) {
            unread.remove(partition);
        }
    }

    private static long size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
    }

    private static boolean isTally(TopicPartition partition, Map<TopicPartition, Candidate> of) {
        return partition.topic().equals(new Topics(of.get(partition).prefix()).tally());
    }

    private static boolean isHeader(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return false;
        }
        try {
            return TallyCodec.key(record.key()).getWhatCase() == TallyKey.WhatCase.HEADER
                    && !TallyCodec.header(record.value()).getRunId().isEmpty();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }
}
