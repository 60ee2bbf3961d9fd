package io.docaxis.simulator.service;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.group.PolledLag;
import io.micrometer.core.instrument.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lag that a consuming process shows in its terminal where it carries no monitor. */
@Configuration(proxyBeanMethods = false)
class ConsumerLag {

    @Bean(destroyMethod = "close")
    PolledLag lag(Cluster cluster, Topics topics, ClusterContact contact, Clock clock) {
        return new PolledLag(cluster, topics, contact, clock).start();
    }
}
