package io.docaxis.producer.publish;

import io.docaxis.common.kafka.Cluster;
import java.util.Map;

/** The properties of the producer that sends events; what the proof rests on is docaxis' own. */
public final class ProducerProperties {

    /** Long enough for a batch to fill at full speed: a full one costs the broker hardly more than one of a tenth. */
    private static final int LINGER_MS = 50;
    /** What a paced event may wait for others, where others are due by then. */
    private static final int PACED_LINGER_MS = 1;
    /** Enough for four hundred events; Kafka's producer copies as much for each block, however few records are in it. */
    private static final int PACED_BATCH = 32 << 10;

    private ProducerProperties() {}

    /**
     * For a source that sends as fast as it can.
     *
     * @param batchBytes the largest batch that every topic takes
     */
    public static Map<String, Object> atFullSpeed(Cluster cluster, int batchBytes) {
        return of(cluster, LINGER_MS, batchBytes);
    }

    /**
     * For one that sends blocks on a schedule.
     *
     * @param batchBytes the largest batch that every topic takes
     */
    public static Map<String, Object> paced(Cluster cluster, int batchBytes) {
        return of(cluster, PACED_LINGER_MS, Math.min(batchBytes, PACED_BATCH));
    }

    /** For one that sends each record on a schedule, at once. */
    static Map<String, Object> pacedOneByOne(Cluster cluster, int batchBytes) {
        return of(cluster, 0, batchBytes);
    }

    /** For one that sends blocks on a schedule, and of which nothing is to be proved: whatever the user says. */
    static Map<String, Object> unproved(Cluster cluster, int batchBytes) {
        return cluster.producer(
                Map.of(), Map.of("linger.ms", PACED_LINGER_MS, "batch.size", Math.min(batchBytes, PACED_BATCH)));
    }

    /** The same for one that sends each record at once. */
    static Map<String, Object> unprovedOneByOne(Cluster cluster, int batchBytes) {
        return cluster.producer(Map.of(), Map.of("linger.ms", 0, "batch.size", batchBytes));
    }

    private static Map<String, Object> of(Cluster cluster, int lingerMs, int batchBytes) {
        return cluster.producer(
                Map.of("acks", "all", "enable.idempotence", true),
                Map.of("linger.ms", lingerMs, "batch.size", batchBytes));
    }
}
