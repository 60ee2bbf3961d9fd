package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

/** Nobody answers, and nobody is asked. */
class FiguresTest {

    private static final Cluster NOWHERE = Cluster.of("127.0.0.1:1");
    private static final Topics TOPICS = new Topics("test");

    @Test
    void aPartitionThatIsAddedIsMissingFromThenOn() {
        Figures figures = new Figures(NOWHERE, TOPICS, 1, Figures.EVERY_SECOND, new MockClock());
        assertThat(scrape(figures))
                .contains("docaxis_watermark_unknown_partitions{cluster=\"here\",prefix=\"test\"} 1.0");
        figures.expect(3);
        assertThat(scrape(figures))
                .contains("docaxis_watermark_unknown_partitions{cluster=\"here\",prefix=\"test\"} 3.0");
    }

    @Test
    void withoutLatenessNothingIsSaidOfIt() {
        assertThat(scrape(new Figures(NOWHERE, TOPICS, 1, Figures.EVERY_SECOND, new MockClock())))
                .contains("part=\"lateness\"");
        assertThat(scrape(Figures.withoutLateness(NOWHERE, TOPICS, 1, Figures.EVERY_SECOND, new MockClock())))
                .contains("part=\"tally\"")
                .doesNotContain("part=\"lateness\"");
    }

    private static String scrape(Figures figures) {
        Series series = new Series();
        figures.addTo(series, "here");
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(series::snapshots);
        return registry.scrape();
    }
}
