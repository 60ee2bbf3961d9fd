package io.docaxis.simulator.service;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.monitor.cluster.ClusterContact;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Metrics and health of the stream engine: tells Actuator what {@link Readiness} says, check by check. The part of a name before
 * {@code HealthIndicator} is what it shows.
 */
@Configuration(proxyBeanMethods = false)
class ConsumerEndpoints {

    @Bean
    Readiness readiness(Engine engine, ClusterContact contact, Cluster cluster) {
        return new Readiness(engine, contact, cluster.bootstrapServers());
    }

    @Bean
    EngineMetrics engineMetrics(
            Readiness readiness, Engine engine, StreamCounters counters, PrometheusRegistry registry) {
        EngineMetrics metrics = new EngineMetrics(readiness, engine, counters);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    HealthIndicator processHealthIndicator(Readiness readiness) {
        return indicator(readiness::process);
    }

    @Bean
    HealthIndicator engineHealthIndicator(Readiness readiness) {
        return indicator(readiness::engine);
    }

    @Bean
    HealthIndicator clusterHealthIndicator(Readiness readiness) {
        return indicator(readiness::cluster);
    }

    @Bean
    HealthIndicator eventsTopicHealthIndicator(Readiness readiness) {
        return indicator(readiness::topic);
    }

    @Bean
    LastWord lastWord(Engine engine) {
        return new LastWord(engine, LastWord.LINGERS);
    }

    private static HealthIndicator indicator(Supplier<Check> checks) {
        return () -> {
            Check check = checks.get();
            Health.Builder health = check.isRight() ? Health.up() : Health.down();
            check.problem().ifPresent(why -> health.withDetail("reason", why));
            check.details().forEach(health::withDetail);
            return health.build();
        };
    }
}
