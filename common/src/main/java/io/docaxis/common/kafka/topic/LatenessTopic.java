package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.lateness.LatenessReader;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Follows all partitions of a lateness topic from their beginnings, read-committed, into a {@link LatenessReader}. Partitions that are added
 * later are followed from the next question on. One thread at a time.
 */
public final class LatenessTopic implements AutoCloseable {

    private final CommittedLog log;
    private final String topic;
    private final LatenessReader reader;

    /**
     * @param reader that is given all records
     * @throws ClusterException if no client can be made with these properties
     */
    public LatenessTopic(Cluster cluster, String topic, LatenessReader reader) {
        this.topic = topic;
        this.reader = reader;
        log = new CommittedLog(cluster, topic, this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> read) {
        reader.read(read.partition(), read.offset(), read.timestamp(), read.key(), read.value());
    }

    /** What was read so far. */
    public LatenessReader reader() {
        return reader;
    }

    /**
     * Reads what is committed at the time of the call, as long as that takes no longer than is given; says whether that is all.
     *
     * @throws ClusterException if the topic is not there, or may not be read
     * @throws TimeoutException if nobody says in that time how much there is
     */
    public boolean catchUp(Duration timeout) {
        log.followAll(timeout);
        return log.catchUp(timeout);
    }

    /**
     * Reads all that is committed at the time of the call.
     *
     * @param patience with a broker that says nothing
     * @throws ClusterException if the topic is not there, may not be read, or the broker does not answer
     */
    public LatenessReader readToEnd(Duration patience) {
        readToEnd(patience, () -> false);
        return reader;
    }

    /**
     * Reads all that is committed at the time of the call, or less; says whether that is all.
     *
     * @param patience with a broker that says nothing
     * @param enough whether no more is wanted; asked between batches
     * @throws ClusterException if the topic is not there, may not be read, or the broker does not answer
     */
    public boolean readToEnd(Duration patience, BooleanSupplier enough) {
        try {
            log.followAll(patience);
        } catch (TimeoutException e) {
            throw new ClusterException(
                    "no broker answers: asked for partitions of topic '" + topic + "', and nothing came for "
                            + patience.toSeconds() + " s",
                    e);
        }
        return log.isAt(log.readToEnd(patience, enough), patience);
    }

    @Override
    public void close() {
        log.close();
    }
}
