package io.docaxis.consumer.metrics;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.Input;
import io.docaxis.consumer.stream.Work;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the figures while the application runs, and offers them as metrics. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean(destroyMethod = "close")
    Figures figures(Cluster cluster, Topics topics) {
        return new Figures(cluster, topics, Clock.systemUTC()).start();
    }

    @Bean
    MeterBinder figureMetrics(Figures figures, Engine engine, Work work, Input input) {
        return new FigureMetrics(
                figures::lag, figures::tally, () -> engine.state().isRunningOrRebalancing(), work, input.partitions());
    }
}
