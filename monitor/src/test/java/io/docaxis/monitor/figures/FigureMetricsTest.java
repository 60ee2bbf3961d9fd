package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.endpoint.Series;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FigureMetricsTest {

    private static final String OF = "{cluster=\"here\",";

    @Test
    void offersEveryMetricUnderTheNameThatIsListed() {
        Set<String> offered = scrape(Published.snapshot(5))
                .lines()
                .filter(line -> line.startsWith("docaxis_"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Arrays.stream(FigureMetric.values())
                .map(FigureMetric::prometheusName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(offered).isEqualTo(listed);
    }

    @Test
    void showsFiguresAsTheyAre() {
        assertThat(scrape(Published.snapshot(5)))
                .contains(
                        "docaxis_watermark_timestamp_seconds" + OF + "partition=\"0\",prefix=\"test\"} 1000.0",
                        "docaxis_watermark_lag_seconds" + OF + "partition=\"1\",prefix=\"test\"} 800.0",
                        "docaxis_watermark_unknown_partitions" + OF + "prefix=\"test\"} 1.0",
                        "docaxis_announced_until_timestamp_seconds" + OF + "partition=\"0\",prefix=\"test\"} 1060.0",
                        "docaxis_records_total" + OF + "prefix=\"test\",result=\"applied\"} 2.0",
                        "docaxis_dead_letters_total" + OF + "prefix=\"test\",reason=\"checksum\"} 3.0",
                        "docaxis_dispatches_open" + OF + "prefix=\"test\"} 1.0",
                        "docaxis_obligations" + OF
                                + "obligation=\"acknowledge\",outcome=\"overdue\",prefix=\"test\",tier=\"province\"} 1.0",
                        "docaxis_obligations" + OF
                                + "obligation=\"acknowledge\",outcome=\"on_time\",prefix=\"test\",tier=\"province\"} 0.0")
                .doesNotContain("NaN");
    }

    @Test
    void hasOnlyCountsOfWhatIsUnknownWhereNothingIsKnown() {
        assertThat(scrape(TallySnapshot.unknown()).lines().filter(line -> line.startsWith("docaxis_")))
                .containsExactly("docaxis_watermark_unknown_partitions" + OF + "prefix=\"test\"} 3.0");
    }

    private static String scrape(TallySnapshot tally) {
        Series series = new Series();
        FigureSeries figures = new FigureSeries(series, "here", "test");
        new FigureMetrics(figures).add(tally, 3);
        AgencyMetrics agencies = new AgencyMetrics(figures);
        agencies.add(Published.round(tally));
        Published.response(tally).ifPresent(agencies::add);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(series::snapshots);
        return registry.scrape();
    }
}
