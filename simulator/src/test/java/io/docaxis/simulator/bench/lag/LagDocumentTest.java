package io.docaxis.simulator.bench.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/lag.md} are what the simulated logs say, and no interval leaves out the truth. */
class LagDocumentTest {

    private static final int DAYS = 9;
    private static final long SEED = 1;

    private static List<LagFigures> logs;
    private static String document;

    @BeforeAll
    static void play() throws IOException {
        logs = LagBench.logs(DAYS, SEED, line -> {});
        document = Files.readString(Path.of("../docs/lag.md"));
    }

    @Test
    void leavesOutTheTruthNowhere() {
        assertThat(logs).hasSameSizeAs(LagTraffic.values()).allSatisfy(log -> {
            assertThat(log.outside()).as(log.traffic().words()).isZero();
            assertThat(log.intervals()).as(log.traffic().words()).isGreaterThan(500);
        });
    }

    @Test
    void believesEachRecordThatTellsTheTruth() {
        assertThat(logs)
                .allSatisfy(log ->
                        assertThat(log.disbelieved()).as(log.traffic().words()).isZero());
    }

    @Test
    void documentsTheIntervals() throws IOException {
        holds("intervals", table(LagText.INTERVAL_HEAD, LagText::interval));
    }

    @Test
    void documentsHowEstimatesErr() throws IOException {
        holds("estimates", table(LagText.ELSEWHERE_HEAD, LagText::elsewhere));
    }

    /** Where the document says something else, the table to paste is left in target. */
    private static void holds(String name, String table) throws IOException {
        Path file = Path.of("target/lag-" + name + ".md");
        Files.writeString(file, table);
        assertThat(document.contains(table)).as("docs/lag.md has " + file).isTrue();
    }

    private static String table(List<String> head, Function<LagFigures, List<String>> row) {
        StringBuilder table = new StringBuilder(line(head));
        table.append("|---".repeat(head.size())).append("|\n");
        logs.forEach(log -> table.append(line(row.apply(log))));
        return table.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
