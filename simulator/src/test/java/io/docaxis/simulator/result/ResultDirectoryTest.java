package io.docaxis.simulator.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.verdict.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void writesEveryDocumentedField() throws IOException {
        write(SmallRun.tally(), OptionalLong.of(1 << 20));

        JsonNode result = read("result.json");
        assertThat(result.propertyNames())
                .containsExactly(
                        "scenario",
                        "seed",
                        "run",
                        "documents_sent",
                        "documents_received",
                        "events_sent",
                        "events_applied",
                        "duplicates",
                        "dead_letters",
                        "counters",
                        "disturbances",
                        "obligations",
                        "verdict",
                        "compared",
                        "differences",
                        "seconds",
                        "events_per_second",
                        "peak_rss_bytes",
                        "versions",
                        "machine");
        assertThat(result.get("documents_sent").asLong()).isEqualTo(12);
        assertThat(result.get("documents_received").asLong()).isEqualTo(24);
        assertThat(result.get("events_sent").asLong()).isEqualTo(36);
        assertThat(result.get("events_applied").asLong()).isEqualTo(34);
        assertThat(result.at("/obligations/acknowledge/late").asLong()).isEqualTo(4);
        assertThat(result.get("verdict").asString()).isEqualTo("exact");
        assertThat(result.get("events_per_second").asLong()).isEqualTo(24);
    }

    @Test
    void writesNullForWhatIsUnknown() throws IOException {
        write(SmallRun.tally(), OptionalLong.empty());

        assertThat(read("result.json").get("peak_rss_bytes").isNull()).isTrue();
    }

    @Test
    void writesDifferencesByName() throws IOException {
        write(
                SmallRun.tally(tally ->
                        SmallRun.conclude(tally, 1, 9, 80, Obligation.RESPOND, Outcome.OVERDUE, SmallRun.at(17), 0)),
                OptionalLong.empty());

        JsonNode difference = read("result.json").at("/differences/obligations/0");
        assertThat(difference.get("kind").asString()).isEqualTo("extra");
        assertThat(difference.get("thread").asLong()).isEqualTo(9);
        assertThat(difference.get("receiver").asString())
                .isEqualTo(SmallRun.AGENCIES.code(80).value());
        assertThat(difference.get("expected").isNull()).isTrue();
        assertThat(difference.at("/found/outcome").asString()).isEqualTo("overdue");
    }

    @Test
    void writesTruthAndTallyAlikeWhereTheyAgreeWhateverTheDelivery() throws IOException {
        write(SmallRun.tally(tally -> tally.count(io.docaxis.common.tally.Counter.TICK, 40)), OptionalLong.empty());

        assertThat(directory.resolve("tally.json"))
                .hasSameTextualContentAs(directory.resolve("truth.json"))
                .content()
                .doesNotContain("small-run-1", "tick", "partition");
        assertThat(read("tally.json").get("cells").get(0).get("rollup").asString())
                .isEqualTo("proof");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThatThrownBy(() -> ResultDirectory.open(file))
                .isInstanceOf(ResultsNotWrittenException.class)
                .hasMessageContaining("results: cannot write to '" + file + "'")
                .hasMessageContaining("is there already, and not a directory")
                .hasMessageContaining("--results DIR");
    }

    private void write(Side tally, OptionalLong peak) {
        ResultDirectory.open(directory).write(Report.of(SmallRun.ledger(), tally, new Effort(1500, true, peak)));
    }

    private JsonNode read(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve(name)));
    }
}
