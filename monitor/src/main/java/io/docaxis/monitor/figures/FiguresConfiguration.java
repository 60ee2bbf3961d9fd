package io.docaxis.monitor.figures;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.monitor.cluster.ClusterContact;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gathers the figures while the application runs, and offers them as metrics. Wants beans of {@link Cluster}, {@link Topics} and
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
}
