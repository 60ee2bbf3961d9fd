package io.docaxis.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunFiles;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.verdict.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                        "begin_at",
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
                        "behind_schedule_seconds",
                        "peak_rss_bytes",
                        "clients",
                        "versions",
                        "machine");
        assertThat(result.get("documents_sent").asLong()).isEqualTo(12);
        assertThat(result.get("documents_received").asLong()).isEqualTo(24);
        assertThat(result.get("events_sent").asLong()).isEqualTo(36);
        assertThat(result.get("events_applied").asLong()).isEqualTo(34);
        assertThat(result.at("/obligations/acknowledge/late").asLong()).isEqualTo(4);
        assertThat(result.get("verdict").asString()).isEqualTo("exact");
        assertThat(result.get("events_per_second").asLong()).isEqualTo(24);
        assertThat(result.get("behind_schedule_seconds").asDouble()).isEqualTo(15.5);
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

    /** Whatever is missing: no figure of that side, and nothing compared. */
    @ParameterizedTest
    @MethodSource("unknown")
    void writesNoFigureOfASideThatIsNotThere(String what, Statement ledger, Statement tally, List<String> known)
            throws IOException {
        RunFiles.write(
                RunReport.of(ledger, tally, RunCost.ofOnlooker(1500, OptionalLong.empty())),
                ResultDirectory.open(directory, ResultFiles.RUN));

        JsonNode result = read("result.json");
        assertThat(result.get("verdict").asString()).isEqualTo("incomplete");
        assertThat(numbers("", result))
                .filteredOn(path -> !path.startsWith("/versions") && !path.startsWith("/machine"))
                .filteredOn(path -> known.stream().noneMatch(path::startsWith))
                .as(what)
                .containsExactly("/seconds");
        assertThat(result.get("compared").isNull()).isTrue();
        assertThat(result.at("/differences/obligations").isNull()).isTrue();
        assertThat(result.at("/differences/imbalances")).isEmpty();
        assertThat(read("truth.json").get("cells").isNull()).isEqualTo(!known.contains("/events_sent"));
        assertThat(read("tally.json").get("cells").isNull()).isEqualTo(!known.contains("/documents_sent"));
    }

    static Stream<Arguments> unknown() {
        TallyReader empty = new TallyReader();
        Statement noLedger = Statement.ledger(empty, 0);
        Statement noTally = Statement.tally(empty, 0);
        Statement running = SmallRun.ledger(
                tally -> {},
                header -> header.toBuilder().setEnded(false).clearBooks().build());
        Statement aPartition = SmallRun.tally();
        aPartition.headers().remove(1);
        List<String> ofLedger = List.of("/seed", "/events_sent", "/disturbances/planted/", "/disturbances/traces/");
        List<String> ofTally = List.of(
                "/seed",
                "/documents_sent",
                "/documents_received",
                "/events_applied",
                "/duplicates",
                "/dead_letters",
                "/counters/",
                "/obligations/",
                "/disturbances/traces/");
        return Stream.of(
                arguments("neither side", noLedger, noTally, List.of()),
                arguments("no consumer", SmallRun.ledger(), noTally, ofLedger),
                arguments("a partition is missing", SmallRun.ledger(), aPartition, ofLedger),
                arguments("no producer", noLedger, SmallRun.tally(), ofTally),
                arguments("a producer that has not ended", running, SmallRun.tally(), ofTally),
                arguments("a producer that has not ended, no consumer", running, noTally, List.of("/seed")));
    }

    private static List<String> numbers(String path, JsonNode node) {
        if (node.isNumber()) {
            return List.of(path);
        }
        return node.propertyStream()
                .flatMap(property -> numbers(path + "/" + property.getKey(), property.getValue()).stream())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void removesWhatAnEarlierCommandLeftAndNothingElse(ResultFiles files) throws IOException {
        for (ResultFiles set : ResultFiles.values()) {
            for (String name : set.names()) {
                Files.writeString(directory.resolve(name), "of an earlier run");
            }
        }
        Files.writeString(directory.resolve(ResultFiles.partOf(files.names().get(0))), "half of an earl");

        ResultDirectory.open(directory, files);

        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ResultFiles.values())
                        .filter(set -> !files.replaces(set))
                        .flatMap(set -> set.names().stream())
                        .distinct()
                        .toList());
    }

    @Test
    void whatSharesAFileReplacesEachOther() {
        assertThat(ResultFiles.RUN.replaces(ResultFiles.LOAD)).isTrue();
        assertThat(ResultFiles.LOAD.replaces(ResultFiles.RUN)).isTrue();
        assertThat(ResultFiles.BENCH.replaces(ResultFiles.RUN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
    void leavesNoHalfSetOnADiskThatFillsUpInTheMiddle(ResultFiles files) throws IOException {
        for (String full : files.names()) {
            ResultDirectory results = ResultDirectory.open(directory, files);
            Files.createSymbolicLink(directory.resolve(ResultFiles.partOf(full)), Path.of("/dev/full"));

            assertThatThrownBy(() -> results.write(texts(files)))
                    .isInstanceOf(ResultsNotWrittenException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("--results DIR");

            assertThat(names()).as(full).isEmpty();
        }
        ResultDirectory.open(directory, files).write(texts(files));
        assertThat(names()).containsExactlyInAnyOrderElementsOf(files.names());
    }

    private static Map<String, String> texts(ResultFiles files) {
        return files.names().stream().collect(Collectors.toMap(name -> name, name -> "of this run"));
    }

    private List<String> names() {
        return Arrays.asList(directory.toFile().list());
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThatThrownBy(() -> ResultDirectory.open(file, ResultFiles.RUN))
                .isInstanceOf(ResultsNotWrittenException.class)
                .hasMessageContaining("results: cannot write to '" + file + "'")
                .hasMessageContaining("is there already, and not a directory")
                .hasMessageContaining("--results DIR");
    }

    private void write(Statement tally, OptionalLong peak) {
        RunFiles.write(
                RunReport.of(SmallRun.ledger(), tally, new RunCost(1500, true, OptionalLong.of(15_500), peak)),
                ResultDirectory.open(directory, ResultFiles.RUN));
    }

    private JsonNode read(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(directory.resolve(name)));
    }
}
