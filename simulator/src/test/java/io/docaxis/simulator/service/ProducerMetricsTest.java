package io.docaxis.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.producer.publish.PublishProgress;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProducerMetricsTest {

    private static final SourceStatus PACED = status("1/2", OptionalLong.of(15_500));
    private static final SourceStatus AT_FULL_SPEED = status("2/2", OptionalLong.empty());

    @Test
    void showsEachSourceAsItIs() throws IOException {
        assertThat(scrape(PACED, AT_FULL_SPEED).lines())
                .contains(
                        "docaxis_producer_events_sent_total{source=\"1/2\"} 90.0",
                        "docaxis_producer_events_acknowledged_total{source=\"1/2\"} 80.0",
                        "docaxis_producer_events_failed_total{source=\"1/2\"} 3.0",
                        "docaxis_producer_events_unanswered{source=\"1/2\"} 7.0",
                        "docaxis_producer_events_found_total{source=\"1/2\"} 10.0",
                        "docaxis_producer_clock_timestamp_seconds{source=\"1/2\"} 1000.0",
                        "docaxis_producer_behind_schedule_seconds{source=\"1/2\"} 15.5",
                        "docaxis_producer_events_sent_total{source=\"2/2\"} 90.0");
    }

    @Test
    void hasNoSeriesForWhatIsUnknown() throws IOException {
        SourceStatus notBegun = new SourceStatus("1/1", false, PACED.progress(), 0, Optional.empty());

        assertThat(scrape(notBegun)).doesNotContain("docaxis_", "NaN");
        assertThat(scrape()).doesNotContain("docaxis_", "NaN");
        assertThat(scrape(AT_FULL_SPEED)).doesNotContain("behind_schedule", "NaN");
    }

    @Test
    void offersEveryMetricThatIsListedAndNoOther() throws IOException {
        assertThat(scrape(PACED)
                        .lines()
                        .filter(line -> line.startsWith("docaxis_"))
                        .map(line -> line.split("[{]")[0]))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProducerMetric.values())
                        .map(ProducerMetric::prometheusName)
                        .toList());
    }

    private static String scrape(SourceStatus... sources) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, new ProducerMetrics(() -> List.of(sources)).collect());
        return text.toString(StandardCharsets.UTF_8);
    }

    private static SourceStatus status(String name, OptionalLong behindMs) {
        PublishProgress progress = new PublishProgress(100, 90, 10, 3, 1_000, behindMs, behindMs);
        return new SourceStatus(name, true, progress, 0, Optional.empty());
    }
}
