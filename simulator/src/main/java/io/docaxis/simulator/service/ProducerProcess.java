package io.docaxis.simulator.service;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of a process that does nothing but produce; beside a consumer, the consumer's engine says it. */
@Configuration(proxyBeanMethods = false)
class ProducerProcess {

    /** By this name it is what {@link io.docaxis.monitor.endpoint.WebEndpoints} asks for liveness. */
    @Bean
    HealthIndicator processHealthIndicator(SourceStatuses statuses) {
        return () -> health(ProducerHealth.failure(statuses.now()));
    }

    static Health health(Optional<String> problem) {
        return problem.map(why -> Health.down().withDetail("reason", why))
                .orElseGet(Health::up)
                .build();
    }
}
