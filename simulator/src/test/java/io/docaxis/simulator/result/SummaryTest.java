package io.docaxis.simulator.result;

import static io.docaxis.simulator.SmallRun.at;
import static io.docaxis.simulator.SmallRun.conclude;
import static io.docaxis.simulator.SmallRun.firstReceiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.Rollup;
import io.docaxis.common.tally.Tally;
import io.docaxis.common.tally.TallyReader;
import io.docaxis.simulator.Golden;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.verdict.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final RunCost COST = new RunCost(1500, true, OptionalLong.empty(), OptionalLong.of(300L << 20));

    @Test
    void showsAnExactRun() {
        Golden.assertEquals("small-run-exact.txt", summary(tally -> {}));
    }

    @Test
    void namesWhatDiffers() {
        Golden.assertEquals("small-run-differs.txt", summary(tally -> {
            conclude(tally, -1, 7, firstReceiver(7), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
            conclude(tally, -1, 8, firstReceiver(8), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, at(17), 0);
            conclude(tally, 1, 8, firstReceiver(8), Obligation.ACKNOWLEDGE, Outcome.LATE, at(17), 90);
            conclude(tally, 1, 9, 80, Obligation.RESPOND, Outcome.OVERDUE, at(17), 0);
        }));
    }

    @Test
    void namesTheCellsWhereNoObligationDiffers() {
        Golden.assertEquals(
                "small-run-counter-differs.txt", summary(tally -> tally.count(Counter.RECALL_BY_STRANGER, 1)));
    }

    @Test
    void namesTheCellWhoseLatenessIsSpreadOtherwise() {
        long key = CellKey.of(Rollup.AGENCY, Obligation.ACKNOWLEDGE, Outcome.LATE, firstReceiver(0), 0);
        Statement one =
                SmallRun.ledger(tally -> tally.restore(key, 2, 3, 90, List.of(0L, 1L, 0L, 0L, 1L)), header -> header);
        Statement other = SmallRun.tally(tally -> tally.restore(key, 2, 3, 90, List.of(0L, 1L, 0L, 0L, 0L, 0L, 1L)));

        assertThat(Summary.of(RunReport.of(one, other, COST)))
                .contains("acknowledge late, H06: 2 as expected, but 0 late by 8 to 15 s, expected 1");
    }

    @Test
    void saysWhyARunIsIncomplete() {
        Statement tally = SmallRun.tally(
                found -> {}, header -> header.toBuilder().setEnded(false).build());

        Golden.assertEquals("small-run-incomplete.txt", Summary.of(RunReport.of(SmallRun.ledger(), tally, COST)));
    }

    @Test
    void namesWhatIsMissingWhereSendsFailed() {
        RunReport report = lostSends();

        assertThat(Summary.of(report))
                .contains("verdict: incomplete", "1 sends failed", "missing: acknowledge of thread 7 document 0 to ");
        assertThat(ResultJson.of(report, Versions.here(), Machine.here())).contains("\"missing\"", "\"thread\"");
    }

    private static RunReport lostSends() {
        Statement ledger = SmallRun.ledger(
                expected -> {},
                header -> header.toBuilder()
                        .setComplete(false)
                        .setBooks(header.getBooks().toBuilder().setFailed(1))
                        .build());
        Statement tally = SmallRun.tally(found -> SmallRun.conclude(
                found, -1, 7, SmallRun.firstReceiver(7), Obligation.ACKNOWLEDGE, Outcome.ON_TIME, SmallRun.at(17), 0));
        return RunReport.of(ledger, tally, COST);
    }

    @Test
    void isWrittenWhereNothingWasFound() {
        TallyReader empty = new TallyReader();
        RunReport report = RunReport.of(
                Statement.ledger(empty, 0), Statement.tally(empty, 0), RunCost.ofOnlooker(10, OptionalLong.empty()));

        assertThat(Summary.of(report))
                .contains("verdict: incomplete", "tally: nothing of this run is there yet", "peak memory unknown")
                .doesNotContain("events/s");
    }

    @Test
    void fitsOneScreen() {
        assertThat(summary(tally -> {}).lines())
                .hasSizeLessThan(45)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    private static String summary(Consumer<Tally> change) {
        return Summary.of(RunReport.of(SmallRun.ledger(), SmallRun.tally(change), COST));
    }
}
