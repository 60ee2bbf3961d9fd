package io.docaxis.monitor.figures;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gathers the figures while the application runs, and offers them as metrics; whether the cluster answers, and has the topic, is health.
 * The part of an indicator's name before {@code HealthIndicator} is what Actuator shows. Wants beans of {@link Cluster}, {@link Topics} and
 * {@link PreparedTopics}.
 */
@Configuration(proxyBeanMethods = false)
public class FiguresConfiguration {

    @Bean
    ClusterContact contact(Clock clock) {
        return new ClusterContact(clock);
    }

    @Bean(destroyMethod = "close")
    Figures figures(Cluster cluster, Topics topics, ClusterContact contact, Clock clock) {
        return new Figures(cluster, topics, contact, clock).start();
    }

    @Bean
    FigureMetrics figureMetrics(Figures figures, PreparedTopics topics, Clock clock, PrometheusRegistry registry) {
        FigureMetrics metrics = new FigureMetrics(figures::shown, topics.partitions(), clock);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    HealthIndicator clusterHealthIndicator(ClusterContact contact, Cluster cluster) {
        return () -> {
            ClusterContact.Status status = contact.status();
            return WebEndpoints.health(status.problem(cluster.bootstrapServers()))
                    .withDetail("answered", status.since().toString())
                    .withDetail("servers", cluster.bootstrapServers())
                    .build();
        };
    }

    @Bean
    HealthIndicator eventsTopicHealthIndicator(ClusterContact contact) {
        return () -> WebEndpoints.health(contact.status().missing()).build();
    }
}
