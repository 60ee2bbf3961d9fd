package io.docaxis.monitor.figures;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.PreparedTopics;
import io.docaxis.monitor.cluster.Contact;
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
    Contact contact(Clock clock) {
        return new Contact(clock);
    }

    @Bean(destroyMethod = "close")
    Figures figures(Cluster cluster, Topics topics, Contact contact, Clock clock) {
        return new Figures(cluster, topics, contact, clock).start();
    }

    @Bean
    FigureMetrics figureMetrics(Figures figures, PreparedTopics topics, Clock clock, PrometheusRegistry registry) {
        FigureMetrics metrics = new FigureMetrics(figures::shown, topics.partitions(), clock);
        registry.register(metrics);
        return metrics;
    }
}
