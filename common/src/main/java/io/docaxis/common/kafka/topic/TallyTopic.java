package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import io.docaxis.common.tally.TallyReader;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows a tally or ledger topic from its beginning, read-committed, into a {@link TallyReader}. One thread at a time. */
public final class TallyTopic implements AutoCloseable {

    /** With a broker that says nothing. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final CommittedLog log;
    private final String topic;
    private final TallyReader reader;

    /** @throws ClusterException if no client can be made with these properties */
    public TallyTopic(Cluster cluster, String topic) {
        this(cluster, topic, new TallyReader());
    }

    /**
     * @param reader that is given all records
     * @throws ClusterException if no client can be made with these properties
     */
    public TallyTopic(Cluster cluster, String topic, TallyReader reader) {
        this.topic = topic;
        this.reader = reader;
        log = new CommittedLog(cluster, topic, this::take);
        log.follow(List.of(new TopicPartition(topic, 0)));
    }

    private void take(ConsumerRecord<byte[], byte[]> read) {
        reader.read(read.key(), read.value());
        reader.otherVersion().ifPresent(version -> {
            throw new OtherVersionException(topic, version);
        });
    }

    /** What was read so far. */
    public TallyReader reader() {
        return reader;
    }

    /**
     * Reads what comes within the time; says how many records.
     *
     * @throws ClusterException if the topic may not be read
     * @throws OtherVersionException if it is of another version of the contract
     */
    public int poll(Duration timeout) {
        return log.poll(timeout);
    }

    /**
     * Reads what is committed at the time of the call, as long as that takes no longer than is given; says whether that is all.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if nobody says in that time how much there is
     */
    public boolean catchUp(Duration timeout) {
        return log.catchUp(timeout);
    }

    /**
     * Reads all that is committed at the time of the call.
     *
     * @throws ClusterException if the topic is not there or the broker does not answer
     */
    public TallyReader readToEnd() {
        return readToEnd(PATIENCE);
    }

    /**
     * Reads all that is committed at the time of the call.
     *
     * @param patience with a broker that says nothing
     * @throws ClusterException if the topic is not there or the broker does not answer
     */
    public TallyReader readToEnd(Duration patience) {
        readToEnd(patience, () -> false);
        return reader;
    }

    /**
     * Reads all that is committed at the time of the call, or less; says whether that is all.
     *
     * @param patience with a broker that says nothing
     * @param enough whether no more is wanted; asked between batches
     * @throws ClusterException if the topic is not there or the broker does not answer
     */
    public boolean readToEnd(Duration patience, BooleanSupplier enough) {
        return log.isAt(log.readToEnd(patience, enough), patience);
    }

    /**
     * Reads up to the first header, or to the end where there is none.
     *
     * @throws ClusterException as {@link #readToEnd}
     */
    void readToHeader() {
        log.readToEnd(PATIENCE, reader::hasHeader);
    }

    @Override
    public void close() {
        log.close();
    }
}
