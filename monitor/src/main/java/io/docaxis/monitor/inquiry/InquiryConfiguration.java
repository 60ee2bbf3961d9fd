package io.docaxis.monitor.inquiry;

import io.docaxis.common.kafka.Cluster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers {@code /api/v1/late} and {@code /api/v1/history}. Wants beans of {@link Cluster} and {@link Prefixes}. */
@Configuration(proxyBeanMethods = false)
public class InquiryConfiguration {

    @Bean
    InquiryController inquiryController(Cluster cluster, Prefixes prefixes) {
        return new InquiryController(cluster, prefixes);
    }
}
