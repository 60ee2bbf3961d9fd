package io.docaxis.monitor.watch;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.inquiry.InquiryConfiguration;
import io.micrometer.core.instrument.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Watches a cluster while the application runs, and answers over HTTP what is known of it; {@link WatchExport} has metrics too. Wants beans of {@link Cluster} and {@link
 * WatchSettings}; takes one of {@link Figures} as the figures of its prefix, and tells one of {@link ClusterContact} what is answered.
 */
@Configuration(proxyBeanMethods = false)
@Import(InquiryConfiguration.class)
public class WatchConfiguration {

    @Bean(destroyMethod = "close")
    Watch watch(
            Cluster cluster,
            WatchSettings settings,
            ObjectProvider<Figures> figures,
            ObjectProvider<ClusterContact> contact,
            RequestCount requests,
            Clock clock) {
        return new Watch(
                        cluster,
                        settings,
                        Optional.ofNullable(figures.getIfAvailable()),
                        contact.getIfAvailable(() -> new ClusterContact(clock, settings.interval())),
                        requests,
                        clock)
                .start();
    }

    @Bean
    RequestCount requestCount() {
        return new RequestCount();
    }

    @Bean
    GroupsController groupsController(Watch watch, Clock clock) {
        return new GroupsController(watch, clock);
    }
}
