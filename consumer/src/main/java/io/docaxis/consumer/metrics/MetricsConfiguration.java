package io.docaxis.consumer.metrics;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.cluster.Contact;
import io.docaxis.consumer.health.Readiness;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.Input;
import io.docaxis.consumer.stream.Work;
import io.micrometer.core.instrument.Clock;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the figures while the application runs, and offers them as metrics. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean(destroyMethod = "close")
    Figures figures(Cluster cluster, Topics topics, Contact contact, Clock clock) {
        return new Figures(cluster, topics, contact, clock).start();
    }

    @Bean
    FigureMetrics figureMetrics(
            Figures figures,
            Readiness readiness,
            Engine engine,
            Work work,
            Input input,
            Clock clock,
            PrometheusRegistry registry) {
        FigureMetrics metrics = new FigureMetrics(
                figures::shown,
                readiness::isReady,
                () -> engine.state().isRunningOrRebalancing(),
                work,
                input.partitions(),
                clock);
        registry.register(metrics);
        return metrics;
    }
}
