package io.docaxis.monitor.watch;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** {@link WatchConfiguration}, and what is known of the cluster as metrics. Wants and takes the same beans. */
@Configuration(proxyBeanMethods = false)
@Import(WatchConfiguration.class)
public class WatchExport {

    @Bean
    WatchMetrics watchMetrics(Watch watch, PrometheusRegistry registry) {
        WatchMetrics metrics = new WatchMetrics(watch);
        registry.register(metrics);
        return metrics;
    }
}
