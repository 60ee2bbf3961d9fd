package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.FastPath;
import io.docaxis.consumer.endpoint.WebEndpoints;
import io.docaxis.simulator.producing.ProducerHealth;
import io.docaxis.simulator.producing.ProducerMetrics;
import io.docaxis.simulator.producing.Standings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics and health of the producing side over HTTP: alone, or beside a consumer's. Wants a bean of {@link Standings}. */
@Configuration(proxyBeanMethods = false)
class ProducerEndpoints {

    /** The bean that says whether the sources of this process are on their fast path. */
    static final String FAST_PATH = "producerFastPath";

    private static final Logger LOG = LoggerFactory.getLogger(ProducerEndpoints.class);

    /**
     * Serves them alone, and says where, until the context is closed.
     *
     * @throws io.docaxis.consumer.endpoint.PortHeldException if something else listens on that port
     */
    static ConfigurableApplicationContext start(int port, Topics topics, Standings standings, FastPath path) {
        ConfigurableApplicationContext context = WebEndpoints.start(
                port,
                beans -> {
                    beans.registerBean(Standings.class, () -> standings);
                    beans.registerBean(FAST_PATH, FastPath.class, () -> path);
                },
                ProducerEndpoints.class,
                ProducerProcess.class);
        LOG.info("producing {}; http://127.0.0.1:{}/actuator/prometheus", topics.events(), WebEndpoints.port(context));
        return context;
    }

    @Bean
    ProducerMetrics producerMetrics(Standings standings, PrometheusRegistry registry) {
        ProducerMetrics metrics = new ProducerMetrics(standings);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    HealthIndicator producerHealthIndicator(Standings standings) {
        return () -> health(ProducerHealth.problem(standings.now()));
    }

    static Health health(Optional<String> problem) {
        return problem.map(why -> Health.down().withDetail("reason", why))
                .orElseGet(Health::up)
                .build();
    }
}
