package io.docaxis.common.kafka.topic;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.OtherVersionException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.common.kafka.SilenceLimit;
import io.docaxis.common.tally.TallyReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows a tally or ledger topic from its beginning, read-committed, into a {@link TallyReader}. One thread at a time. */
public final class TallyTopic implements AutoCloseable {

    /** With a broker that says nothing. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
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
        this.reader = reader;
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
        partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
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
        int count = 0;
        try {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(timeout)) {
                reader.read(read.key(), read.value());
                count++;
            }
        } catch (KafkaException e) {
            throw unreadable(e);
        }
        reader.otherVersion().ifPresent(version -> {
            throw new OtherVersionException(partition.topic(), version);
        });
        return count;
    }

    /**
     * Reads what is committed at the time of the call, as long as that takes no longer than is given; says whether that is all.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if nobody says in that time how much there is
     */
    public boolean catchUp(Duration timeout) {
        long until = System.nanoTime() + timeout.toNanos();
        long end = consumer.endOffsets(List.of(partition), timeout).get(partition);
        while (consumer.position(partition, timeout) < end) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            poll(Duration.ofMillis(100));
        }
        return true;
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
        try {
            long end = consumer.endOffsets(List.of(partition), patience).get(partition);
            SilenceLimit left = new SilenceLimit(patience, "records of topic '" + partition.topic() + "'");
            while (consumer.position(partition, patience) < end) {
                left.after(poll(Duration.ofMillis(500)));
            }
            return reader;
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads up to the first header, or to the end where there is none.
     *
     * @throws ClusterException as {@link #readToEnd}
     */
    void readToHeader() {
        try {
            long end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
            SilenceLimit left = new SilenceLimit(PATIENCE, "records of topic '" + partition.topic() + "'");
            while (!reader.hasHeader() && consumer.position(partition, PATIENCE) < end) {
                left.after(poll(Duration.ofMillis(500)));
            }
        } catch (KafkaException e) {
            throw unreadable(e);
        }
    }

    private ClusterException unreadable(KafkaException failure) {
        return Refusal.in(failure, topic -> AclOperation.READ, "")
                .orElseGet(() -> new ClusterException(
                        "topic '" + partition.topic() + "' cannot be read: " + Reason.of(failure), failure));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
