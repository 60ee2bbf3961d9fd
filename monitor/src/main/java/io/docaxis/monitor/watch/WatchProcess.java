package io.docaxis.monitor.watch;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.endpoint.WebEndpoints;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health of a process that does nothing but watch. The part of an indicator's name before {@code HealthIndicator} is what Actuator
 * shows.
 */
@Configuration(proxyBeanMethods = false)
public class WatchProcess {

    /** By this name it is what {@link WebEndpoints} asks for liveness: it goes on by itself when the cluster is back. */
    @Bean
    HealthIndicator processHealthIndicator() {
        return () -> Health.up().build();
    }

    @Bean
    HealthIndicator clusterHealthIndicator(Watch watch, Cluster cluster) {
        return () -> {
            ClusterContact.Status status = watch.contact();
            return WebEndpoints.health(status.problem(cluster.bootstrapServers()))
                    .withDetail(
                            "answered", status.since().map(Instant::toString).orElse("not yet"))
                    .withDetail("servers", cluster.bootstrapServers())
                    .build();
        };
    }
}
