package io.docaxis.simulator.result;

import static io.docaxis.simulator.SmallRun.at;
import static io.docaxis.simulator.SmallRun.conclude;
import static io.docaxis.simulator.SmallRun.firstReceiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Cell;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Tally;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code result.json} names where the verdict differs. */
class ResultJsonTest {

    static List<Arguments> errors() {
        return List.of(
                Arguments.of("a counter", (Consumer<Tally>) tally -> tally.count(Counter.RECALL_BY_STRANGER, 1)),
                Arguments.of("two records", (Consumer<Tally>) tally -> {
                    tally.count(Counter.APPLIED, -1);
                    tally.count(Counter.DUPLICATE, 1);
                }),
                Arguments.of("which ones", (Consumer<Tally>) tally -> {
                    tally.count(Counter.DUPLICATE, -1, 5);
                    tally.count(Counter.DUPLICATE, 1, 6);
                }),
                Arguments.of("lateness", (Consumer<Tally>) tally -> changeLate(tally, 1, 0)),
                Arguments.of("spread of lateness", (Consumer<Tally>) tally -> changeLate(tally, 0, 1)));
    }

    /** Without obligations that differ the screen has the cells: each of its lines begins with a name of the file. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void namesCellsAsTheScreenDoes(String what, Consumer<Tally> error) {
        RunReport report = report(error);
        JsonNode differences = json(report).get("differences");

        List<String> names = new ArrayList<>();
        differences
                .get("named_cells")
                .forEach(cell -> names.add(cell.get("name").asString()));
        assertThat(names).isNotEmpty().hasSize(differences.get("cells").asInt());
        List<String> lines = Summary.of(report)
                .lines()
                .filter(line -> line.startsWith("    ") && line.contains(": "))
                .toList();
        assertThat(lines).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            assertThat(lines.get(i)).startsWith("    " + names.get(i) + ": ");
        }
        differences
                .get("named_cells")
                .forEach(cell -> assertThat(cell.get("expected")).isNotEqualTo(cell.get("found")));
    }

    @Test
    void saysWhatEitherSideHasInACell() {
        JsonNode cell = json(report(tally -> changeLate(tally, 0, 1)))
                .get("differences")
                .get("named_cells")
                .get(0);

        assertThat(cell.get("rollup").asString()).isEqualTo("proof");
        assertThat(cell.get("expected").propertyNames())
                .containsExactly("count", "fingerprint", "lateness_seconds", "late_by_power_of_two_seconds");
        assertThat(cell.get("expected").get("count"))
                .isEqualTo(cell.get("found").get("count"));
        assertThat(cell.get("expected").get("late_by_power_of_two_seconds"))
                .isNotEqualTo(cell.get("found").get("late_by_power_of_two_seconds"));
    }

    @Test
    void namesCellsBesideTheObligationsThatDiffer() {
        JsonNode differences = json(report(tally ->
                        conclude(tally, -1, 7, firstReceiver(7), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0)))
                .get("differences");

        assertThat(differences.get("obligations")).hasSize(1);
        assertThat(differences.get("named_cells"))
                .extracting(cell -> cell.get("rollup").asString())
                .containsExactly("proof", "agency", "kind", "day");
    }

    @Test
    void namesNothingWhereNothingDiffers() {
        assertThat(json(report(tally -> {})).get("differences").get("named_cells"))
                .isEmpty();
    }

    /** Of the first late cell: so much more lateness, and one of the late in a bucket so much further. */
    private static void changeLate(Tally tally, long moreS, int buckets) {
        Cell late = tally.sorted().stream()
                .filter(cell -> cell.latenessS() > 0)
                .findFirst()
                .orElseThrow();
        List<Long> spread = new ArrayList<>();
        for (int bucket = 0; bucket <= Cell.bucket(Long.MAX_VALUE); bucket++) {
            spread.add(late.inBucket(bucket));
        }
        int from = 0;
        while (spread.get(from) == 0) {
            from++;
        }
        spread.set(from, spread.get(from) - 1);
        spread.set(from + buckets, spread.get(from + buckets) + 1);
        tally.restore(late.key(), late.count(), late.fingerprint(), late.latenessS() + moreS, spread);
    }

    private static RunReport report(Consumer<Tally> error) {
        return RunReport.of(
                SmallRun.ledger(),
                SmallRun.tally(error),
                new RunCost(1500, true, OptionalLong.empty(), OptionalLong.of(300L << 20)));
    }

    private static JsonNode json(RunReport report) {
        return JsonMapper.shared().readTree(ResultJson.of(report, Versions.here(), Machine.here()));
    }
}
