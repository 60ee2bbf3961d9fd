package io.docaxis.common.kafka.topic;

import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.EventKind;
import io.docaxis.common.event.EventReader;
import io.docaxis.common.event.Topics;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Looks into an events topic: a part of one partition, or how its run began. One thread at a time. */
public final class EventLog implements AutoCloseable {

    /** Where no marker is among the first records, there is none. */
    private static final int MARKER_WITHIN = 1_000;

    /**
     * What was read of a partition.
     *
     * @param from offset of the first record that could be
     * @param until offset after the last one that was
     * @param end offset after the last one that there was
     * @param records how many
     */
    public record Scan(long from, long until, long end, long records) {

        /** Whether the log's end, as it was when reading began, was reached. */
        public boolean isWhole() {
            return until >= end;
        }
    }

    /**
     * How a partition begins.
     *
     * @param run hash of the run, as envelopes carry it
     */
    public record Beginning(long run, RunStarted marker) {}

    private final String topic;
    private final Duration patience;
    private final CommittedLog log;
    private Consumer<ConsumerRecord<byte[], byte[]>> taker = read -> {};
    private long records;

    /**
     * @param patience with a broker that says nothing
     * @throws ClusterException if no client can be made with these properties
     */
    public EventLog(Cluster cluster, Topics topics, Duration patience) {
        this.topic = topics.events();
        this.patience = patience;
        log = new CommittedLog(cluster, topic, this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> read) {
        records++;
        taker.accept(read);
    }

    /** @throws ClusterException if the topic is not there, may not be read, or nobody answers */
    public int partitions() {
        try {
            return log.partitions(patience).size();
        } catch (TimeoutException e) {
            throw new ClusterException(
                    "no broker answers: asked for partitions of topic '" + topic + "', and nothing came for "
                            + patience.toSeconds() + " s",
                    e);
        }
    }

    /**
     * The start marker with which a partition begins; empty where it begins otherwise.
     *
     * @throws ClusterException if the partition cannot be read
     * @throws OtherVersionException if it is of another version of the contract
     */
    public Optional<Beginning> beginning(int partition) {
        EventReader reader = new EventReader();
        Beginning[] found = new Beginning[1];
        scan(partition, 0, () -> found[0] != null || records > MARKER_WITHIN, read -> {
            if (found[0] == null) {
                found[0] = beginning(reader, read.value());
            }
        });
        if (found[0] != null && !ContractVersion.isCurrent(found[0].marker().getContractVersion())) {
            throw new OtherVersionException(
                    topic, ContractVersion.of(found[0].marker().getContractVersion()));
        }
        return Optional.ofNullable(found[0]);
    }

    /** Null where it is none, or cannot be read. */
    private static Beginning beginning(EventReader reader, byte[] value) {
        try {
            return reader.read(value) == EventKind.RUN_STARTED
                    ? new Beginning(reader.envelope().run, reader.runStarted())
                    : null;
        } catch (IllegalStateException e) {
            return null;
        }
    }

    /**
     * Passes on the records of a partition from an offset to the end that it has at the time of the call, or fewer.
     *
     * @param enough whether no more is wanted; asked between batches
     * @throws ClusterException if the partition cannot be read
     */
    public Scan scan(int partition, long from, BooleanSupplier enough, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        this.taker = taker;
        records = 0;
        TopicPartition where = new TopicPartition(topic, partition);
        long first = log.followFrom(where, from, patience);
        long end = log.readToEnd(patience, enough).get(where);
        long until = log.position(where);
        return new Scan(first, until, Math.max(end, until), records);
    }

    @Override
    public void close() {
        log.close();
    }
}
