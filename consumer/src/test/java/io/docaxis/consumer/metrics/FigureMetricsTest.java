package io.docaxis.consumer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.consumer.lag.LagSnapshot;
import io.docaxis.consumer.lag.PartitionLag;
import io.docaxis.consumer.stream.Work;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FigureMetricsTest {

    private static final LagSnapshot UNKNOWN = LagSnapshot.unknown("test.exchange", "test.events");
    private static final LagSnapshot SOME = new LagSnapshot(
            "test.exchange",
            "test.events",
            List.of(
                    new PartitionLag(0, OptionalLong.of(10), OptionalDouble.of(1.5)),
                    new PartitionLag(1, OptionalLong.of(0), OptionalDouble.empty())));

    @Test
    void offersEveryMetricUnderTheNameThatIsListed() {
        Set<String> offered = scrape(SOME, TallySnapshot.of(Published.reader()))
                .lines()
                .filter(line -> line.startsWith("docaxis_"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Arrays.stream(Metric.values())
                .map(Metric::prometheusName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(listed);
    }

    @Test
    void showsFiguresAsTheyAre() {
        assertThat(scrape(SOME, TallySnapshot.of(Published.reader())))
                .contains(
                        "docaxis_lag_records{group=\"test.exchange\",partition=\"0\",topic=\"test.events\"} 10.0",
                        "docaxis_lag_seconds{group=\"test.exchange\",partition=\"0\",topic=\"test.events\"} 1.5",
                        "docaxis_lag_seconds{group=\"test.exchange\",partition=\"1\",topic=\"test.events\"} NaN",
                        "docaxis_watermark_timestamp_seconds{partition=\"0\"} 1000.0",
                        "docaxis_watermark_lag_seconds{partition=\"1\"} 800.0",
                        "docaxis_records_total{result=\"applied\"} 2.0",
                        "docaxis_dead_letters_total{reason=\"checksum\"} 3.0",
                        "docaxis_dispatches_open 1.0",
                        "docaxis_obligations{obligation=\"acknowledge\",outcome=\"overdue\",tier=\"province\"} 1.0",
                        "docaxis_obligations{obligation=\"acknowledge\",outcome=\"on_time\",tier=\"province\"} 0.0",
                        "docaxis_engine_up 1.0",
                        "docaxis_records_read_total 0.0",
                        "docaxis_entries_restored_total 7.0");
    }

    @Test
    void showsNoNumberForWhatIsUnknown() {
        assertThat(scrape(UNKNOWN, TallySnapshot.unknown()).lines())
                .filteredOn(line -> line.startsWith("docaxis_") && !isAboutThisProcess(line))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" NaN"));
    }

    @Test
    void isDocumentedNameForName() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `docaxis_"))
                .toList();
        List<String> listed = Arrays.stream(Metric.values())
                .map(FigureMetricsTest::documentation)
                .toList();
        assertThat(documented).isEqualTo(listed);
    }

    private static boolean isAboutThisProcess(String line) {
        return Stream.of(Metric.ENGINE_UP, Metric.RECORDS_READ, Metric.ENTRIES_RESTORED)
                .anyMatch(metric -> line.startsWith(metric.prometheusName()));
    }

    private static Work work() {
        Work work = new Work();
        work.onBatchRestored(new TopicPartition("changelog", 0), "state", 10, 7);
        return work;
    }

    private static String documentation(Metric metric) {
        String tags = metric.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        return "| `" + metric.prometheusName() + "` | "
                + metric.type().name().toLowerCase(Locale.ROOT) + " | " + metric.unit() + " | "
                + (tags.isEmpty() ? "–" : tags) + " | " + metric.meaning() + " |";
    }

    private static String scrape(LagSnapshot lag, TallySnapshot tally) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new FigureMetrics(() -> lag, () -> tally, () -> true, work(), 2).bindTo(registry);
        return registry.scrape();
    }
}
