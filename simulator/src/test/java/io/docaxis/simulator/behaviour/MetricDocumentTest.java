package io.docaxis.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.endpoint.MetricDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} has every metric with all that is fixed about it, and no other. */
class MetricDocumentTest {

    @Test
    void hasEveryMetricNameForName() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `docaxis_") || line.startsWith("| `kafka_"))
                .toList();
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Surface.metrics().stream().map(MetricDocumentTest::row).toList());
    }

    private static String row(MetricDescription metric) {
        String tags = metric.tags().isEmpty() ? "–" : "`" + String.join("`, `", metric.tags()) + "`";
        return "| `" + metric.prometheusName() + "` | "
                + metric.type().name().toLowerCase(Locale.ROOT) + " | " + metric.unit() + " | " + tags + " | "
                + metric.meaning() + " |";
    }
}
