package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;

/**
 * What a user can choose about the consumer.
 *
 * @param partitions of the events topic, if it has to be made; 0: as it is, or the default
 * @param managementPort on loopback, for metrics and health; 0: any free one
 * @param stream how the engine runs
 */
public record ConsumerSettings(
        Cluster cluster, Topics topics, int partitions, int managementPort, StreamSettings stream) {

    /** @throws IllegalArgumentException if there is no such port */
    public ConsumerSettings {
        WebEndpoints.check(managementPort);
    }
}
