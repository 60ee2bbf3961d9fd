package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.process.ProgramProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The drill command itself; that every drill is passed, {@code docaxis drill all} sees to. */
class DrillIT {

    @Test
    void namesEveryPlantedErrorAndNothingElse() throws Exception {
        try (ProgramProcess test = ProgramProcess.start("drill", "self-test")) {
            assertThat(test.exitCode()).as(test.out() + test.err()).isEqualTo(ExitCode.EXACT);
            assertThat(test.out()).endsWith("self-test: passed\n");
            System.out.print(test.out());
        }
    }

    @Test
    void leavesNoProcessBehindOnCtrlC() throws Exception {
        try (ProgramProcess drill = ProgramProcess.start("drill", "slow-consumer")) {
            ProcessHandle handle = ProcessHandle.of(drill.pid()).orElseThrow();
            Waiting.until(
                    "a broker and a consumer",
                    drill::progress,
                    () -> handle.descendants().count() >= 2);
            List<ProcessHandle> started = handle.descendants().toList();

            drill.signal("INT");

            assertThat(drill.exitCode()).as(drill.out() + drill.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        }
    }
}
