package io.docaxis.simulator.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class HistogramLogTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    private final Measured measured = measured();

    private static Measured measured() {
        LoadMeter meter = new LoadMeter(
                new Stretch(START, START + 2 * SECOND, START + 12 * SECOND), EnumSet.allOf(EventCount.class));
        for (int i = 0; i < 12_000; i++) {
            long intended = START + i * 1_000_000L;
            meter.record(LatencyKind.PUBLISH, intended, i * 1_000L);
            meter.record(LatencyKind.E2E, intended, i * 5_000L);
            meter.record(LatencyKind.COMMITTED, intended, i * 7_000L);
        }
        return meter.measured();
    }

    @Test
    void whatIsWrittenWholeIsReadBackEqual() {
        assertThat(HistogramLog.readWhole(HistogramLog.whole(measured))).isEqualTo(measured.latencies());
    }

    @Test
    void whatIsWrittenBySecondIsReadBackEqual() {
        Map<Integer, Map<LatencyKind, FrozenHistogram>> read =
                HistogramLog.readBySecond(HistogramLog.bySecond(measured));

        assertThat(read).hasSize(12);
        measured.seconds()
                .forEach(second -> assertThat(read.get(second.second())).isEqualTo(second.latencies()));
    }

    @Test
    void otherToolsReadItByTag() {
        Map<String, Long> counts = new HashMap<>();
        double end = 0;
        try (HistogramLogReader reader = new HistogramLogReader(
                new ByteArrayInputStream(HistogramLog.whole(measured).getBytes(StandardCharsets.UTF_8)))) {
            while (reader.hasNext()) {
                EncodableHistogram next = reader.nextIntervalHistogram();
                counts.merge(next.getTag(), ((Histogram) next).getTotalCount(), Long::sum);
                end = next.getEndTimeStamp();
            }
            assertThat(reader.getStartTimeSec()).isEqualTo(1_700_000_000.0);
        }

        assertThat(counts)
                .containsOnly(
                        Map.entry("publish", 10_000L), Map.entry("e2e", 10_000L), Map.entry("committed", 10_000L));
        assertThat(end).isEqualTo((START + 12 * SECOND) / 1e6);
    }
}
