package io.docaxis.simulator.service;

import io.docaxis.monitor.endpoint.WebEndpoints;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of a process that does nothing but produce; beside a consumer, the consumer's engine says it. */
@Configuration(proxyBeanMethods = false)
class ProducerProcess {

    /** By this name it is what {@link WebEndpoints} asks for liveness. */
    @Bean
    HealthIndicator processHealthIndicator(SourceStatuses statuses) {
        return () -> WebEndpoints.health(ProducerHealth.failure(statuses.now())).build();
    }
}
