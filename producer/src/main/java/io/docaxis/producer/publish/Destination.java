package io.docaxis.producer.publish;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;

/**
 * Where a source's records go.
 *
 * @param prepared the topics, which are there
 */
public record Destination(Cluster cluster, Topics topics, PreparedTopics prepared) {}
