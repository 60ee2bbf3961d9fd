package io.docaxis.simulator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.docaxis.simulator.bench.SampleSession;
import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LoadBenchTest {

    @TempDir
    private Path directory;

    @Test
    void comparesEachRoundWithinItself() {
        LoadBenchResult result = SampleLoadBench.result(EnumSet.allOf(LoadMeasure.class), 2);

        RoundFigures send = result.figures(LoadMeasure.SEND);
        assertThat(send.spread().min()).isEqualTo(1);
        assertThat(send.spread().max()).isCloseTo(1.1, within(1e-9));
        assertThat(send.spread().median()).isCloseTo(1.05, within(1e-9));
        assertThat(result.figures(LoadMeasure.SLIP).spread().max()).isEqualTo(3);
    }

    @Test
    void comparesLatencyWithTheBetterOfKafkas() {
        LoadBenchResult result = SampleLoadBench.result(EnumSet.of(LoadMeasure.LATENCY), 1);

        assertThat(result.figures(LoadMeasure.LATENCY).spread().median()).isEqualTo(1);
        assertThat(result.countedToKafka().spread().median()).isEqualTo(1);
    }

    /** By hand: logarithms of 1 and 4 have the mean ln 2 and the standard deviation ln 4 ÷ √2; t is 12.706 for one degree of freedom. */
    @Test
    void saysWhereTheMeanIs() {
        RoundFigures.Range mean = RoundFigures.of(1, 4).mean().orElseThrow();

        double half = 12.706 * Math.log(4) / 2;
        assertThat(mean.from()).isCloseTo(2 / Math.exp(half), within(1e-9));
        assertThat(mean.to()).isCloseTo(2 * Math.exp(half), within(2 * Math.exp(half) * 1e-9));
        assertThat(RoundFigures.of(1.5).mean()).isEmpty();
        assertThat(RoundFigures.of(0, 1).mean()).isEmpty();
    }

    @Test
    void eachLegComesFirstInTurn() {
        assertThat(LoadMeasure.SEND.order(1)).containsExactly(LoadLeg.LOAD_SENDS, LoadLeg.TOOL_SENDS);
        assertThat(LoadMeasure.SEND.order(2)).containsExactly(LoadLeg.TOOL_SENDS, LoadLeg.LOAD_SENDS);
        Set<LoadLeg> first = new HashSet<>();
        for (int round = 1; round <= 4; round++) {
            assertThat(LoadMeasure.LATENCY.order(round))
                    .containsExactlyInAnyOrderElementsOf(LoadMeasure.LATENCY.legs());
            first.add(LoadMeasure.LATENCY.order(round).get(0));
        }
        assertThat(first).containsExactlyInAnyOrderElementsOf(LoadMeasure.LATENCY.legs());
    }

    @Test
    void sendsNoMoreThanTheDiskIsToHold() {
        assertThat(plan(60).records()).isEqualTo(4_000_000);
        assertThat(plan(3).records()).isEqualTo(200_000);
        assertThat(plan(3_600).records()).isEqualTo(6_000_000);
        assertThatThrownBy(() -> new LoadBenchPlan("any", 1, 1, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static LoadBenchPlan plan(int seconds) {
        return new LoadBenchPlan("any", 1, seconds, EnumSet.of(LoadMeasure.SEND));
    }

    @Test
    void readsWhatAWorkerWrites() {
        Histogram micros = new Histogram(3);
        for (int us = 1; us <= 1_000; us++) {
            micros.recordValue(us);
        }

        String line = "measured 1000 events from 1 to 2: " + LapLatency.line(micros);

        assertThat(line).matches(LoadWorker.MEASURED);
        assertThat(LapLatency.parse(line)).isEqualTo(new LapLatency(0.5, 0.99, 0.999, 1));
        assertThatThrownBy(() -> LapLatency.parse("nothing")).hasMessageContaining("'nothing'");
    }

    @Test
    void doubtsALapThatTheCommandItselfCallsInvalid() {
        LoadLap lap = SampleLoadBench.lap(
                LoadMeasure.LATENCY, LoadLeg.LOAD_PACED, 1, SampleSession.known(), List.of("the reason"));

        assertThat(lap.doubts()).containsExactly("load-paced, round 1: the reason");
    }

    @Test
    void doubtsALapOfWhichTheSystemSaysNothing() {
        LoadLap lap = SampleLoadBench.lap(LoadMeasure.SLIP, LoadLeg.LOOP_ALONE, 1, SampleSession.unknown(), List.of());

        assertThat(lap.doubts()).hasSize(1);
    }

    @Test
    void printsTheTargetsWithWhatWasMeasured() {
        String all = SampleLoadBench.report().text();
        assertThat(all)
                .contains("send rate ÷ ProducerPerformance                     ≥ 0.95      ≥ 1.30        1.05  met")
                .contains("slip p99.9 at half the maximum, sink stubbed     ≤ 2.00 ms           –     2.00 ms  met")
                .contains("mean, 95 %")
                .doesNotContain("TRUST", "NaN");
        assertThat(SampleLoadBench.report(EnumSet.of(LoadMeasure.SLIP), 1).text())
                .contains("≥ 0.75      ≥ 0.95           –  not measured")
                .contains("1.00 ms  met");
    }

    @Test
    void writesOnlyFieldsThatAreDocumented() throws Exception {
        String documented = Files.readString(Path.of("../docs/bench.md"));
        JsonNode root = written();

        JsonNode latency = root.get("measures").get("latency");
        for (JsonNode node : List.of(
                root, root.get("laps").get(0), latency, latency.get("legs").get(0))) {
            assertThat(node.propertyNames())
                    .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
        }
    }

    @Test
    void writesWhatIsUnknownAsNull() throws Exception {
        JsonNode root = written();

        assertThat(root.get("laps").get(0).get("p99_ms").isNull()).isTrue();
        assertThat(root.get("targets").get(3).get("reach_for").isNull()).isTrue();
        assertThat(Files.readString(directory.resolve("bench-load.html")))
                .contains("<svg")
                .doesNotContain("NaN");
    }

    private JsonNode written() {
        SampleLoadBench.report().write(ResultDirectory.open(directory, ResultFiles.BENCH_LOAD));
        return JsonReport.read(directory.resolve("bench-load.json"));
    }
}
