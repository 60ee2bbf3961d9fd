package io.docaxis.monitor.health;

/** A partition of a topic. */
public record PartitionName(String topic, int partition) {

    /** As Kafka's tools write it. */
    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
