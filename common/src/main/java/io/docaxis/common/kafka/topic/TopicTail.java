package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the newest records of a topic, read-committed. One thread at a time. */
public final class TopicTail implements AutoCloseable {

    /**
     * What was read.
     *
     * @param isWhole whether the end of every partition was reached, as it was when reading it began
     * @param isFromStart whether there is nothing before it
     */
    public record Read(boolean isWhole, boolean isFromStart) {}

    private final String topic;
    private final Duration patience;
    private final CommittedLog log;
    private Consumer<ConsumerRecord<byte[], byte[]>> taker = read -> {};

    /**
     * Reads nothing yet.
     *
     * @param patience with a broker that says nothing
     * @throws ClusterException if no client can be made with these properties
     */
    public TopicTail(Cluster cluster, String topic, Duration patience) {
        this.topic = topic;
        this.patience = patience;
        log = new CommittedLog(cluster, topic, record -> taker.accept(record));
    }

    /**
     * Passes on the records of each partition that have its last offsets. Markers of transactions have offsets, too: there may be fewer records.
     *
     * @param offsets how many
     * @param enough whether no more is wanted; asked between batches
     * @throws ClusterException if the topic is not there, may not be read, or nobody answers
     */
    public Read read(long offsets, BooleanSupplier enough, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        taker = to;
        boolean isWhole = true;
        boolean isFromStart = true;
        for (PartitionInfo info : partitions()) {
            TopicPartition partition = new TopicPartition(topic, info.partition());
            long first = log.followFrom(partition, 0, patience);
            long end = log.readToEnd(patience, () -> true).get(partition);
            isFromStart &= end - offsets <= first;
            log.followFrom(partition, end - offsets, patience);
            log.readToEnd(patience, enough);
            isWhole &= log.position(partition) >= end;
        }
        return new Read(isWhole, isFromStart);
    }

    private Iterable<PartitionInfo> partitions() {
        try {
            return log.partitions(patience);
        } catch (TimeoutException e) {
            throw new ClusterException(
                    "no broker answers: asked for partitions of topic '" + topic + "', and nothing came for "
                            + patience.toSeconds() + " s",
                    e);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
