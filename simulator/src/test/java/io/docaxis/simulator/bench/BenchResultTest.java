package io.docaxis.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Spread;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BenchResultTest {

    private static final long RECORDS = 12_000;

    @Test
    void givesTheMiddleOfSeveralMeasurements() {
        assertThat(Spread.of(DoubleStream.of(3, 1, 2))).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(DoubleStream.of(4, 1, 2, 3))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void dividesMediansAndSpreadsByRound() {
        BenchResult result = new BenchResult(
                "any",
                1_000,
                RECORDS,
                60,
                3,
                List.of(
                        lap(Leg.RAW, 1, 10),
                        lap(Leg.PIPELINE, 1, 16),
                        lap(Leg.RAW, 2, 12),
                        lap(Leg.PIPELINE, 2, 15),
                        lap(Leg.RAW, 3, 8),
                        lap(Leg.PIPELINE, 3, 20)),
                OptionalDouble.empty());

        // medians: 12000/10 raw, 12000/16 pipeline; rounds: 10/16, 12/15, 8/20
        assertThat(result.pipelineToRaw()).isEqualTo(new Spread(750.0 / 1_200, 0.4, 0.8));
    }

    @Test
    void letsEachLegBeFirstInTurn() {
        assertThat(Bench.order(1)).containsExactly(Leg.RAW, Leg.TOOLS, Leg.PIPELINE);
        assertThat(Bench.order(2)).containsExactly(Leg.TOOLS, Leg.PIPELINE, Leg.RAW);
        assertThat(Bench.order(3)).containsExactly(Leg.PIPELINE, Leg.RAW, Leg.TOOLS);
        assertThat(Bench.order(4)).isEqualTo(Bench.order(1));
    }

    @Test
    void readsTheLastRateOfKafkasTool() {
        String out = """
                Number of records read: 10000
                1502 records sent, 300.4 records/sec (0.1 MB/sec), 1.0 ms avg latency, 2.0 ms max latency.
                12000 records sent, 411.5 records/sec (0.1 MB/sec), 1.0 ms avg latency, 2.0 ms max latency, 1 ms 50th.
                """;

        assertThat(ToolsLeg.lastRate(out)).isEqualTo(411.5);
    }

    private static Lap lap(Leg leg, int round, double seconds) {
        Usage usage = new Usage(seconds, Map.of(), Map.of(), OptionalDouble.of(0));
        return new Lap(leg, round, RECORDS, seconds, seconds, seconds, usage);
    }
}
