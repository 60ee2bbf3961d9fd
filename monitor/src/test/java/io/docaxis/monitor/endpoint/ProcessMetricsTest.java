package io.docaxis.monitor.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.kafka.fastpath.FastClients;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMetricsTest {

    private final FastPath consumer = new FastPath(FastPath.Side.CONSUMER, FastClients.AUTO);
    private final FastPath producer = new FastPath(FastPath.Side.PRODUCER, FastClients.AUTO);

    @Test
    void followsEachSide() throws IOException {
        assertThat(scrape()).doesNotContain("docaxis_fast_path");
        consumer.used();
        assertThat(scrape())
                .contains("docaxis_fast_path{side=\"consumer\"} 1.0")
                .doesNotContain("producer");
        producer.close(FastPath.Why.SETTINGS, "linger.ms is 0");
        assertThat(scrape())
                .contains("docaxis_fast_path{side=\"consumer\"} 1.0", "docaxis_fast_path{side=\"producer\"} 0.0");
        consumer.close(FastPath.Why.FAILED, new IllegalStateException("no way"));
        assertThat(scrape())
                .contains("docaxis_fast_path{side=\"consumer\"} 0.0", "docaxis_fast_path{side=\"producer\"} 0.0");
    }

    @Test
    void saysWhichVersionsItHas() throws IOException {
        assertThat(scrape()).containsPattern("docaxis_build_info\\{kafka=\"\\d+\\.\\d+\\.\\d+\",version=\"[^\"]+\"} 1");
    }

    private String scrape() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, new ProcessMetrics(List.of(consumer, producer)).collect());
        return text.toString(StandardCharsets.UTF_8);
    }
}
