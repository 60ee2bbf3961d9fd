package io.docaxis.monitor.inquiry;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.RequestCount;
import io.micrometer.core.instrument.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Offers who is late, outcomes by agency, histories, dead letters and the truth about a simulated run, under {@code /api/v1}. Wants beans of {@link Cluster},
 * {@link RequestCount}, {@link Clock} and {@link Prefixes}.
 */
@Configuration(proxyBeanMethods = false)
public class InquiryConfiguration {

    @Bean
    InquiryErrors inquiryErrors() {
        return new InquiryErrors();
    }

    @Bean
    Turn turn() {
        return new Turn();
    }

    @Bean
    LateController lateController(Cluster cluster, RequestCount requests, Prefixes prefixes, Turn turn, Clock clock) {
        return new LateController(requests.counted(cluster), prefixes, turn, clock);
    }

    @Bean
    HistoryController historyController(Cluster cluster, RequestCount requests, Prefixes prefixes, Turn turn) {
        return new HistoryController(requests.counted(cluster), prefixes, turn);
    }

    @Bean
    AgenciesController agenciesController(Prefixes prefixes, Clock clock) {
        return new AgenciesController(prefixes, clock);
    }

    @Bean
    DeadLettersController deadLettersController(
            Cluster cluster, RequestCount requests, Prefixes prefixes, Turn turn, Clock clock) {
        return new DeadLettersController(requests.counted(cluster), prefixes, turn, clock);
    }

    @Bean
    TruthController truthController(Prefixes prefixes) {
        return new TruthController(prefixes);
    }
}
