package io.docaxis.simulator.bench;

import static io.docaxis.simulator.bench.SampleSession.known;
import static io.docaxis.simulator.bench.SampleSession.report;
import static io.docaxis.simulator.bench.SampleSession.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchReportTest {

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
        JsonNode json = written(unknown());

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
}
