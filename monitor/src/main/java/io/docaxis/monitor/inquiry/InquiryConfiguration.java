package io.docaxis.monitor.inquiry;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.RequestCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers {@code /api/v1/late} and {@code /api/v1/history}. Wants beans of {@link Cluster}, {@link RequestCount} and {@link Prefixes}. */
@Configuration(proxyBeanMethods = false)
public class InquiryConfiguration {

    @Bean
    InquiryController inquiryController(Cluster cluster, RequestCount requests, Prefixes prefixes) {
        return new InquiryController(requests.counted(cluster), prefixes);
    }
}
