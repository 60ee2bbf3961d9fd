package io.docaxis.consumer.stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the engine runs or is being given its partitions; down, with the reason, once it has failed. */
final class EngineHealth implements HealthIndicator {

    private final Engine engine;

    EngineHealth(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        Health.Builder health = engine.state().isRunningOrRebalancing() ? Health.up() : Health.down();
        engine.failure().ifPresent(why -> health.down().withDetail("failure", why));
        return health.withDetail("state", engine.state()).build();
    }
}
