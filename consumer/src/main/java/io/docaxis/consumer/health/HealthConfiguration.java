package io.docaxis.consumer.health;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.cluster.Contact;
import io.docaxis.consumer.stream.Engine;
import io.micrometer.core.instrument.Clock;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Actuator what {@link Readiness} says, check by check. The part of a name before {@code HealthIndicator} is what it shows. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    Contact contact(Clock clock) {
        return new Contact(clock);
    }

    @Bean
    Readiness readiness(Engine engine, Contact contact, Cluster cluster) {
        return new Readiness(engine, contact, cluster.bootstrapServers());
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
