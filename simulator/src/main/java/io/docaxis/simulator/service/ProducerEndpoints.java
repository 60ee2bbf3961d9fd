package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics and health of the producing side over HTTP: alone, or beside a consumer's. Wants a bean of {@link SourceStatuses}. */
@Configuration(proxyBeanMethods = false)
public class ProducerEndpoints {

    /** The bean that says whether the sources of this process are on their fast path. */
    public static final String FAST_PATH = "producerFastPath";

    private static final Logger LOG = LoggerFactory.getLogger(ProducerEndpoints.class);

    /**
     * Serves them alone, and says where, until the context is closed.
     *
     * @throws io.docaxis.monitor.endpoint.PortHeldException if something else listens on that port
     */
    public static ConfigurableApplicationContext start(
            EndpointSettings endpoint, Topics topics, SourceStatuses statuses, FastPath path) {
        ConfigurableApplicationContext context = WebEndpoints.start(
                endpoint,
                beans -> {
                    beans.registerBean(SourceStatuses.class, () -> statuses);
                    beans.registerBean(FAST_PATH, FastPath.class, () -> path);
                },
                ProducerEndpoints.class,
                ProducerProcess.class);
        LOG.info("producing {}; {}/actuator/prometheus", topics.events(), WebEndpoints.url(context));
        return context;
    }

    @Bean
    ProducerMetrics producerMetrics(SourceStatuses statuses, PrometheusRegistry registry) {
        ProducerMetrics metrics = new ProducerMetrics(statuses);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    HealthIndicator producerHealthIndicator(SourceStatuses statuses) {
        return () -> WebEndpoints.health(ProducerHealth.problem(statuses.now())).build();
    }
}
