package io.docaxis.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.result.ResultDirectory;
import io.docaxis.simulator.result.ResultFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchReportTest {

    private static final long RECORDS = 12_000_000;

    @TempDir
    private Path directory;

    @Test
    void writesOnlyFieldsThatAreDocumented() throws Exception {
        String documented = Files.readString(Path.of("../docs/bench.md"));

        for (JsonNode node :
                List.of(written(known()), written(known()).get("laps").get(0))) {
            assertThat(node.propertyNames())
                    .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
        }
    }

    @Test
    void writesWhatIsUnknownAsNull() throws Exception {
        JsonNode json = written(new Usage(20, Map.of(), Map.of(), OptionalDouble.empty()));

        assertThat(json.get("verification_share").isNull()).isTrue();
        assertThat(json.get("cpu_per_event").get("raw").isNull()).isTrue();
        assertThat(json.get("trusted").asBoolean()).isFalse();
        assertThat(Files.readString(directory.resolve("bench.html"))).doesNotContain("NaN");
        assertThat(Files.readString(directory.resolve("bench.txt"))).doesNotContain("NaN");
    }

    @Test
    void printsTheTargetsWithWhatWasMeasured() {
        assertThat(report(known()).text())
                .contains("whole pipeline ÷ raw Kafka, same bytes              ≥ 0.60      ≥ 0.85        0.50  MISSED")
                .contains(
                        "share of consumer CPU spent on verification       ≤ 15.0 %     ≤ 5.0 %           –  not measured")
                .doesNotContain("TRUST");
    }

    private JsonNode written(Usage usage) {
        report(usage).write(ResultDirectory.open(directory, ResultFiles.BENCH));
        return JsonReport.read(directory.resolve("bench.json"));
    }

    /** Kafka alone takes half as long as the pipeline. */
    private static BenchReport report(Usage usage) {
        List<Lap> laps = new ArrayList<>();
        for (Leg leg : Leg.values()) {
            double seconds = leg == Leg.PIPELINE ? 40 : 20;
            laps.add(new Lap(leg, 1, RECORDS, seconds, seconds, seconds, usage));
        }
        return BenchReport.of(
                new BenchResult("any", 1_000_000, RECORDS, 60, 1, laps, OptionalDouble.empty()), "at some time");
    }

    private static Usage known() {
        Map<String, Double> cpuSeconds = Map.of(Stage.GENERATOR, 10.0, Stage.BROKER, 10.0, Stage.CONSUMER, 10.0);
        Map<String, Long> peakBytes =
                Map.of(Stage.GENERATOR, 1L << 28, Stage.BROKER, 1L << 28, Stage.CONSUMER, 1L << 28);
        return new Usage(20, cpuSeconds, peakBytes, OptionalDouble.of(0.01));
    }
}
