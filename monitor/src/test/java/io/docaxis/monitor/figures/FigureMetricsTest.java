package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.lag.LagSnapshot;
import io.docaxis.monitor.lag.OldestUnread;
import io.docaxis.monitor.lag.PartitionLag;
import io.docaxis.monitor.lag.PartitionOffsets;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureMetricsTest {

    private static final long NOW_MS = 1_800_000_000_500L;
    private static final LagSnapshot UNKNOWN = LagSnapshot.unknown("test.exchange", "test.events");
    private static final LagSnapshot SOME = new LagSnapshot(
            "test.exchange",
            "test.events",
            List.of(
                    new PartitionLag(
                            0,
                            Optional.of(new PartitionOffsets(5, 7, 17, 20)),
                            new OldestUnread.WrittenAt(NOW_MS - 1_500)),
                    new PartitionLag(1, Optional.of(new PartitionOffsets(9, 0, 12, 12)), OldestUnread.UNKNOWN),
                    new PartitionLag(2, Optional.of(new PartitionOffsets(9, 0, 9, 9)), OldestUnread.NONE)),
            OptionalLong.of(NOW_MS));

    private final MockClock clock = new MockClock();

    @Test
    void offersEveryMetricUnderTheNameThatIsListed() {
        Set<String> offered = scrape(SOME, Published.snapshot(NOW_MS))
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
        assertThat(scrape(SOME, Published.snapshot(NOW_MS)))
                .contains(
                        "docaxis_lag_readable_records" + partition(0) + " 10.0",
                        "docaxis_lag_lost_records" + partition(0) + " 2.0",
                        "docaxis_lag_unstable_records" + partition(0) + " 3.0",
                        "docaxis_lag_oldest_unread_timestamp_seconds" + partition(0) + " 1.799999999E9",
                        "docaxis_lag_seconds" + partition(0) + " 1.5",
                        "docaxis_lag_readable_records" + partition(1) + " 3.0",
                        "docaxis_lag_seconds" + partition(2) + " 0.0",
                        "docaxis_lag_unknown_partitions{group=\"test.exchange\",topic=\"test.events\"} 1.0",
                        "docaxis_watermark_timestamp_seconds{partition=\"0\"} 1000.0",
                        "docaxis_watermark_lag_seconds{partition=\"1\"} 800.0",
                        "docaxis_watermark_unknown_partitions 1.0",
                        "docaxis_announced_until_timestamp_seconds{partition=\"0\"} 1060.0",
                        "docaxis_records_total{result=\"applied\"} 2.0",
                        "docaxis_dead_letters_total{reason=\"checksum\"} 3.0",
                        "docaxis_dispatches_open 1.0",
                        "docaxis_obligations{obligation=\"acknowledge\",outcome=\"overdue\",tier=\"province\"} 1.0",
                        "docaxis_obligations{obligation=\"acknowledge\",outcome=\"on_time\",tier=\"province\"} 0.0",
                        "docaxis_figures_timestamp_seconds{figures=\"lag\"} 1.8000000005E9",
                        "docaxis_figures_failures_total{figures=\"tally\"} 4.0");
    }

    @Test
    void hasNoSeriesForWhatIsUnknown() {
        assertThat(scrape(SOME, Published.snapshot(NOW_MS)))
                .doesNotContain("NaN")
                .doesNotContain("docaxis_lag_seconds" + partition(1))
                .doesNotContain("docaxis_lag_oldest_unread_timestamp_seconds" + partition(1))
                .doesNotContain("docaxis_lag_oldest_unread_timestamp_seconds" + partition(2));
    }

    @Test
    void hasOnlyCountsOfWhatIsUnknownWhereNothingIsKnown() {
        assertThat(scrape(UNKNOWN, TallySnapshot.unknown())
                        .lines()
                        .filter(line -> line.startsWith("docaxis_") && !isAboutThisProcess(line)))
                .containsExactlyInAnyOrder(
                        "docaxis_lag_unknown_partitions{group=\"test.exchange\",topic=\"test.events\"} 3.0",
                        "docaxis_watermark_unknown_partitions 3.0");
    }

    @Test
    void makesSecondsOfLagAtTheScrape() {
        FigureMetrics metrics = metrics(SOME, TallySnapshot.unknown());
        assertThat(text(metrics)).contains("docaxis_lag_seconds" + partition(0) + " 1.5");
        clock.addSeconds(10);
        assertThat(text(metrics))
                .contains(
                        "docaxis_lag_seconds" + partition(0) + " 11.5",
                        "docaxis_lag_seconds" + partition(2) + " 0.0",
                        "docaxis_lag_oldest_unread_timestamp_seconds" + partition(0) + " 1.799999999E9");
    }

    @Test
    void showsPartitionsThatWereAddedSinceTheStart() {
        List<PartitionLag> four = new ArrayList<>(SOME.partitions());
        four.add(new PartitionLag(3, Optional.of(new PartitionOffsets(0, 0, 8, 8)), OldestUnread.UNKNOWN));
        LagSnapshot grown = new LagSnapshot(SOME.group(), SOME.topic(), four, SOME.takenAtMs());
        assertThat(scrape(grown, TallySnapshot.unknown()))
                .contains(
                        "docaxis_lag_readable_records" + partition(3) + " 8.0",
                        "docaxis_lag_unknown_partitions{group=\"test.exchange\",topic=\"test.events\"} 2.0");
    }

    private static boolean isAboutThisProcess(String line) {
        return Stream.of(FigureMetric.FIGURES_TIMESTAMP, FigureMetric.FIGURES_FAILURES)
                .anyMatch(metric -> line.startsWith(metric.prometheusName()));
    }

    private static String partition(int number) {
        return "{group=\"test.exchange\",partition=\"" + number + "\",topic=\"test.events\"}";
    }

    private String scrape(LagSnapshot lag, TallySnapshot tally) {
        return text(metrics(lag, tally));
    }

    private FigureMetrics metrics(LagSnapshot lag, TallySnapshot tally) {
        clock.add(NOW_MS - clock.wallTime(), TimeUnit.MILLISECONDS);
        FiguresSnapshot shown = new FiguresSnapshot(
                new FiguresSnapshot.Part<>(lag, OptionalLong.of(NOW_MS), 0),
                new FiguresSnapshot.Part<>(tally, tally.takenAtMs(), 4));
        return new FigureMetrics(() -> shown, 3, clock);
    }

    private static String text(FigureMetrics metrics) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(metrics);
        return registry.scrape();
    }
}
