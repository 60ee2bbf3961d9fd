package io.docaxis.producer.publish;

import io.docaxis.common.kafka.Cluster;
import java.util.Map;
import java.util.Optional;

/**
 * Where a load goes.
 *
 * @param topic of the events
 * @param batchBytes the largest batch that every topic takes
 * @param proof where the ledger goes, and what the proof needs of producers is set; absent: nothing is proved, and whatever the user sets
 *     holds
 */
public record LoadTarget(Cluster cluster, String topic, int partitions, int batchBytes, Optional<Destination> proof) {

    /** The topics of a prefix, with a ledger. */
    public static LoadTarget proved(Destination to) {
        return new LoadTarget(
                to.cluster(),
                to.topics().events(),
                to.prepared().partitions(),
                to.prepared().batchBytes(),
                Optional.of(to));
    }

    /** Any topic, without one. */
    public static LoadTarget unproved(Cluster cluster, String topic, int partitions, int batchBytes) {
        return new LoadTarget(cluster, topic, partitions, batchBytes, Optional.empty());
    }

    boolean isProved() {
        return proof.isPresent();
    }

    /** Settings for blocks. */
    Map<String, Object> producer() {
        return isProved()
                ? ProducerProperties.paced(cluster, batchBytes)
                : ProducerProperties.unproved(cluster, batchBytes);
    }

    /** Settings where blocks cannot be. */
    Map<String, Object> producerOneByOne() {
        return isProved()
                ? ProducerProperties.pacedOneByOne(cluster, batchBytes)
                : ProducerProperties.unprovedOneByOne(cluster, batchBytes);
    }
}
