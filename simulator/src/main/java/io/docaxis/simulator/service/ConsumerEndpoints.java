package io.docaxis.simulator.service;

import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamCounters;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics and health of the stream engine, beside the monitor's. */
@Configuration(proxyBeanMethods = false)
class ConsumerEndpoints {

    @Bean
    EngineMetrics engineMetrics(
            Engine engine, StreamCounters counters, ClusterContact contact, PrometheusRegistry registry) {
        EngineMetrics metrics = new EngineMetrics(engine, counters, contact);
        registry.register(metrics);
        return metrics;
    }

    /** Down once the engine has failed for good: then, and only then, this process has to be started again. */
    @Bean
    HealthIndicator processHealthIndicator(Engine engine) {
        return () -> WebEndpoints.health(engine.failure().map(why -> "the stream engine failed: " + why))
                .build();
    }

    @Bean
    HealthIndicator engineHealthIndicator(Engine engine) {
        return () -> WebEndpoints.health(engine.problem())
                .withDetail("state", engine.state().name())
                .build();
    }

    @Bean
    FailureGracePeriod failureGracePeriod(Engine engine) {
        return new FailureGracePeriod(engine, FailureGracePeriod.LINGERS);
    }
}
