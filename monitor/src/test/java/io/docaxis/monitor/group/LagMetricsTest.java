package io.docaxis.monitor.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.lag.LagSnapshot;
import io.docaxis.monitor.lag.OldestUnread;
import io.docaxis.monitor.lag.PartitionLag;
import io.docaxis.monitor.lag.PartitionOffsets;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LagMetricsTest {

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

    @Test
    void showsFiguresAsTheyAre() {
        assertThat(scrape(SOME, NOW_MS))
                .contains(
                        "docaxis_lag_readable_records" + partition(0) + " 10.0",
                        "docaxis_lag_lost_records" + partition(0) + " 2.0",
                        "docaxis_lag_unstable_records" + partition(0) + " 3.0",
                        "docaxis_lag_oldest_unread_timestamp_seconds" + partition(0) + " 1.799999999E9",
                        "docaxis_lag_seconds" + partition(0) + " 1.5",
                        "docaxis_lag_readable_records" + partition(1) + " 3.0",
                        "docaxis_lag_seconds" + partition(2) + " 0.0",
                        "docaxis_group_unknown_partitions{cluster=\"here\",group=\"test.exchange\",topic=\"test.events\"} 1.0");
    }

    @Test
    void hasNoSeriesForWhatIsUnknown() {
        assertThat(scrape(SOME, NOW_MS))
                .doesNotContain("NaN")
                .doesNotContain("docaxis_lag_seconds" + partition(1))
                .doesNotContain("docaxis_lag_oldest_unread_timestamp_seconds" + partition(1))
                .doesNotContain("docaxis_lag_oldest_unread_timestamp_seconds" + partition(2));
    }

    @Test
    void hasOnlyTheCountOfWhatIsUnknownWhereNothingIsKnown() {
        assertThat(scrape(UNKNOWN, NOW_MS).lines().filter(line -> line.startsWith("docaxis_")))
                .containsExactly(
                        "docaxis_group_unknown_partitions{cluster=\"here\",group=\"test.exchange\",topic=\"test.events\"} 3.0");
    }

    @Test
    void makesSecondsOfLagAtTheScrape() {
        assertThat(scrape(SOME, NOW_MS + 10_000))
                .contains(
                        "docaxis_lag_seconds" + partition(0) + " 11.5",
                        "docaxis_lag_seconds" + partition(2) + " 0.0",
                        "docaxis_lag_oldest_unread_timestamp_seconds" + partition(0) + " 1.799999999E9");
    }

    private static String partition(int number) {
        return "{cluster=\"here\",group=\"test.exchange\",partition=\"" + number + "\",topic=\"test.events\"}";
    }

    private static String scrape(LagSnapshot lag, long nowMs) {
        Series series = new Series();
        LagMetrics.add(series, "here", lag, 3, nowMs);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.getPrometheusRegistry().register(series::snapshots);
        return registry.scrape();
    }
}
