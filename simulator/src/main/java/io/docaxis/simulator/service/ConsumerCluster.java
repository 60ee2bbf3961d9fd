package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.consumer.stream.StreamSettings;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.figures.Figures;
import io.micrometer.core.instrument.Clock;
import java.time.Instant;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a consuming process asks its cluster for: figures for terminal and page; and whether it answers and has the topic, which whoever asks
 * for lag finds out, and which is health. The part of an indicator's name before {@code HealthIndicator} is what Actuator shows.
 */
@Configuration(proxyBeanMethods = false)
class ConsumerCluster {

    @Bean
    ClusterContact contact(Clock clock) {
        return new ClusterContact(clock);
    }

    @Bean(destroyMethod = "close")
    Figures figures(
            Cluster cluster,
            Topics topics,
            PreparedTopics prepared,
            StreamSettings stream,
            Clock clock,
            RequestCount requests) {
        int partitions = prepared.partitions();
        // a tally that comes in turns is never of one moment with what is late
        Figures figures = stream.tallyInTurns()
                ? Figures.withoutLateness(requests.counted(cluster), topics, partitions, stream.tallyEvery(), clock)
                : new Figures(requests.counted(cluster), topics, partitions, stream.tallyEvery(), clock);
        return figures.start();
    }

    @Bean
    HealthIndicator clusterHealthIndicator(ClusterContact contact, Cluster cluster) {
        return () -> {
            ClusterContact.Status status = contact.status();
            return WebEndpoints.health(status.problem(cluster.bootstrapServers()))
                    .withDetail(
                            "answered", status.since().map(Instant::toString).orElse("not yet"))
                    .withDetail("servers", cluster.bootstrapServers())
                    .build();
        };
    }

    @Bean
    HealthIndicator eventsTopicHealthIndicator(ClusterContact contact) {
        return () -> WebEndpoints.health(contact.status().missing()).build();
    }
}
