package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.SilenceLimit;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows partitions of a topic from their beginnings, read-committed, and passes every record on. One thread at a time. */
final class CommittedLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONG_POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Consumer<ConsumerRecord<byte[], byte[]>> taker;

    /** @throws ClusterException if no client can be made with these properties */
    CommittedLog(Cluster cluster, String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        this.topic = topic;
        this.taker = taker;
        try {
            consumer = new KafkaConsumer<>(
                    cluster.consumer(Map.of(
                            "isolation.level",
                            "read_committed",
                            "enable.auto.commit",
                            false,
                            "auto.offset.reset",
                            "earliest",
                            "allow.auto.create.topics",
                            false,
                            "default.api.timeout.ms",
                            15_000,
                            // what else is asked of the broker waits behind a fetch that waits for more: half a second,
                            // by default
                            "fetch.max.wait.ms",
                            100,
                            // a long run leaves some hundred thousand records
                            "max.poll.records",
                            10_000)),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw new ClusterException("no Kafka client for '" + cluster.bootstrapServers() + "': " + Reason.of(e), e);
        }
    }

    /** From now on these partitions too. */
    void follow(Collection<TopicPartition> partitions) {
        Set<TopicPartition> all = new HashSet<>(consumer.assignment());
        Set<TopicPartition> added = new HashSet<>(partitions);
        added.removeAll(all);
        if (!added.isEmpty()) {
            all.addAll(added);
            consumer.assign(all);
            consumer.seekToBeginning(added);
        }
    }

    /**
     * From now on this partition and no other, from an offset on, or from the first record after it that is left.
     *
     * @return where that is
     * @throws ClusterException if it may not be read, or nobody answers
     */
    long followFrom(TopicPartition partition, long offset, Duration timeout) {
        try {
            long first = consumer.beginningOffsets(List.of(partition), timeout).get(partition);
            consumer.assign(List.of(partition));
            consumer.seek(partition, Math.max(first, offset));
            return Math.max(first, offset);
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    /** The offset after the last record of a followed partition that was passed on, or passed over. */
    long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    /**
     * From now on all partitions that the topic has.
     *
     * @throws ClusterException if it is not there, or may not be read
     * @throws TimeoutException if nobody says in that time
     */
    void followAll(Duration timeout) {
        follow(partitions(timeout).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList());
    }

    /**
     * The partitions that the topic has.
     *
     * @throws ClusterException if it is not there, or may not be read
     * @throws TimeoutException if nobody says in that time
     */
    List<PartitionInfo> partitions(Duration timeout) {
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic, timeout);
            if (found == null || found.isEmpty()) {
                throw new ClusterException("there is no topic '" + topic + "'");
            }
            return found;
        } catch (TimeoutException e) {
            throw e;
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    /**
     * Passes on what comes within the time; says how many records.
     *
     * @throws ClusterException if the topic may not be read
     */
    int poll(Duration timeout) {
        int count = 0;
        try {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(timeout)) {
                taker.accept(read);
                count++;
            }
        } catch (KafkaException e) {
            throw unreadable(e);
        }
        return count;
    }

    /**
     * Passes on what is committed at the time of the call, as long as that takes no longer than is given; says whether that is all.
     *
     * @throws TimeoutException if nobody says in that time how much there is
     */
    boolean catchUp(Duration timeout) {
        long until = System.nanoTime() + timeout.toNanos();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), timeout);
        while (!isAt(ends, timeout)) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            poll(POLL);
        }
        return true;
    }

    /**
     * Passes on all that is committed at the time of the call, or less.
     *
     * @param patience with a broker that says nothing
     * @param enough whether no more is wanted; asked between batches
     * @return the ends of what was committed
     * @throws ClusterException if the topic is not there or the broker does not answer
     */
    Map<TopicPartition, Long> readToEnd(Duration patience, BooleanSupplier enough) {
        try {
            partitions(patience);
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), patience);
            SilenceLimit left = new SilenceLimit(patience, "records of topic '" + topic + "'");
            while (!enough.getAsBoolean() && !isAt(ends, patience)) {
                left.after(poll(LONG_POLL));
            }
            return ends;
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    /** Whether all was passed on, or passed over, that is before these offsets. */
    boolean isAt(Map<TopicPartition, Long> ends, Duration timeout) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), timeout) >= end.getValue());
    }

    private ClusterException unreadable(KafkaException failure) {
        return Refusal.in(failure, topic -> AclOperation.READ, "")
                .orElseGet(() ->
                        new ClusterException("topic '" + topic + "' cannot be read: " + Reason.of(failure), failure));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
