package io.docaxis.simulator.result;

import static io.docaxis.simulator.SmallRun.at;
import static io.docaxis.simulator.SmallRun.conclude;
import static io.docaxis.simulator.SmallRun.firstReceiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.SmallRun;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import io.docaxis.simulator.verdict.Statement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever shows a time of a run shows it as the run's calendar has it; one that says nothing of it is Vietnam's. */
class OffsetTest {

    @ParameterizedTest
    @CsvSource({
        "      , 2023-03-07 to 2023-03-07, 2023-03-07 17:00, 2023-03-07",
        "25200 , 2023-03-07 to 2023-03-07, 2023-03-07 17:00, 2023-03-07",
        "0     , 2023-03-06 17:00 to 2023-03-07 17:00, 2023-03-07 10:00, 2023-03-07",
        "32400 , 2023-03-07 02:00 to 2023-03-08 02:00, 2023-03-07 19:00, 2023-03-08",
        "-12600, 2023-03-06 13:30 to 2023-03-07 13:30, 2023-03-07 06:30, 2023-03-07"
    })
    void showsTimesAsTheRunsCalendarHasThem(Integer offsetS, String period, String deadline, String shown) {
        UnaryOperator<PartHeader> offset = header -> offsetS == null
                ? header
                : header.toBuilder().setUtcOffsetS(offsetS).build();
        Statement tally = SmallRun.tally(
                found -> conclude(found, 1, 9, firstReceiver(7), Obligation.RESPOND, Outcome.OVERDUE, at(17), 0),
                offset);
        RunReport report = RunReport.of(
                SmallRun.ledger(expected -> {}, offset), tally, RunCost.ofOnlooker(1500, OptionalLong.empty()));

        assertThat(Summary.of(report)).contains(period).contains("due " + deadline + ")");
        assertThat(ResultJson.of(report, Versions.here(), Machine.here())).contains("\"" + deadline + "\"");
        assertThat(progress(offsetS)).contains(shown);
    }

    private static String progress(Integer offsetS) {
        StringWriter written = new StringWriter();
        ProgressLine progress = new ProgressLine(new PrintWriter(written), false, () -> 80);
        if (offsetS != null) {
            progress.offset(offsetS);
        }
        progress.show(
                new ProgressSnapshot(
                        "playing",
                        OptionalLong.of(at(23)),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                0);
        return written.toString();
    }
}
