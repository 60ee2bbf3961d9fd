package io.docaxis.monitor.watch;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.inquiry.InquiryConfiguration;
import io.docaxis.monitor.inquiry.Prefixes;
import io.docaxis.monitor.lag.PolledLag;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Gathers the figures of a prefix while the application runs, and offers them as metrics; whether the cluster answers, and has the topic, is health.
 * The part of an indicator's name before {@code HealthIndicator} is what Actuator shows. Wants beans of {@link Cluster}, {@link Topics} and
 * {@link PreparedTopics}.
 */
@Configuration(proxyBeanMethods = false)
@Import(InquiryConfiguration.class)
public class WatchConfiguration {

    @Bean
    Prefixes prefixes(Topics topics) {
        return () -> new TreeSet<>(Set.of(topics.prefix()));
    }

    @Bean
    ClusterContact contact(Clock clock) {
        return new ClusterContact(clock);
    }

    @Bean
    ClusterName clusterName() {
        return new ClusterName(Optional.empty());
    }

    @Bean(destroyMethod = "close")
    PolledLag lag(Cluster cluster, Topics topics, ClusterName name, ClusterContact contact, Clock clock) {
        return new PolledLag(cluster, topics, name, contact, clock).start();
    }

    @Bean(destroyMethod = "close")
    Figures figures(Cluster cluster, Topics topics, PreparedTopics prepared, Clock clock) {
        return new Figures(cluster, topics, prepared.partitions(), clock).start();
    }

    @Bean
    WatchMetrics watchMetrics(
            ClusterName name,
            PolledLag lag,
            Figures figures,
            PreparedTopics topics,
            Clock clock,
            PrometheusRegistry registry) {
        WatchMetrics metrics = new WatchMetrics(name, lag, figures, topics.partitions(), clock);
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
