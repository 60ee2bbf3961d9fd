package io.docaxis.consumer.stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down, with the reason, once the engine has failed for good: then, and only then, this process has to be started again. */
final class ProcessHealth implements HealthIndicator {

    private final Engine engine;

    ProcessHealth(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        return engine.failure()
                .map(why -> Health.down().withDetail("reason", why).build())
                .orElseGet(() -> Health.up().build());
    }
}
