package io.docaxis.producer.publish;

import io.docaxis.common.kafka.Cluster;
import java.util.Map;

/** The properties of the producer that sends events; what the proof rests on is docaxis' own. */
public final class ProducerProperties {

    /** Long enough for a batch to fill at full speed: a full one costs the broker hardly more than one of a tenth. */
    private static final int LINGER_MS = 50;

    private ProducerProperties() {}

    /**
     * For one cluster.
     *
     * @param paced whether records are sent on a schedule, then each at once
     * @param batchBytes the largest batch that every topic takes
     */
    public static Map<String, Object> of(Cluster cluster, boolean paced, int batchBytes) {
        return cluster.producer(
                Map.of("acks", "all", "enable.idempotence", true),
                Map.of("linger.ms", paced ? 0 : LINGER_MS, "batch.size", batchBytes));
    }
}
