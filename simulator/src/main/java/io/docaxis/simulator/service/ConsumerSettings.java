package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.endpoint.EndpointSettings;

/**
 * What a user can choose about the consumer.
 *
 * @param partitions of the events topic, if it has to be made; 0: as it is, or the default
 * @param endpoint for metrics and health
 * @param stream how the engine runs
 */
public record ConsumerSettings(
        Cluster cluster, Topics topics, int partitions, EndpointSettings endpoint, StreamSettings stream) {}
