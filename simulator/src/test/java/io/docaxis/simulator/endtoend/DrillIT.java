package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Skipping;
import io.docaxis.simulator.Waiting;
import io.docaxis.simulator.command.ExitCode;
import io.docaxis.simulator.outside.ProgramRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The drill command itself; that every drill is passed, {@code docaxis drill all} sees to. */
class DrillIT {

    @Test
    void isExactAfterAConsumerWasKilled(@TempDir Path results) throws Exception {
        try (ProgramRun drill =
                ProgramRun.start("drill", "kill-consumer", "--documents", "10000", "--results", results.toString())) {
            int exitCode = drill.exitCode();
            System.out.print(drill.out());
            Skipping.because(
                    "isExactAfterAConsumerWasKilled",
                    exitCode == ExitCode.INVALID ? "the machine is too busy for the fault to come in time" : null);
            assertThat(exitCode).as(drill.out() + drill.err()).isEqualTo(ExitCode.EXACT);
        }
        JsonNode attempts = JsonMapper.shared()
                .readTree(results.resolve("drill.json").toFile())
                .get("attempts");
        JsonNode last = attempts.get(attempts.size() - 1);
        assertThat(last.get("verdict").asString()).isEqualTo("exact");
        assertThat(last.get("observed").get("applied_percent").asDouble()).isBetween(10.0, 90.0);
        assertThat(last.get("observed").get("recovery_seconds").asDouble()).isPositive();
        assertThat(last.get("observed").get("entries_restored").asLong()).isPositive();
    }

    @Test
    void namesEveryPlantedErrorAndNothingElse() throws Exception {
        try (ProgramRun test = ProgramRun.start("drill", "self-test")) {
            assertThat(test.exitCode()).as(test.out() + test.err()).isEqualTo(ExitCode.EXACT);
            assertThat(test.out()).endsWith("self-test: passed\n");
            System.out.print(test.out());
        }
    }

    @Test
    void leavesNoProcessBehindOnCtrlC() throws Exception {
        try (ProgramRun drill = ProgramRun.start("drill", "slow-consumer")) {
            ProcessHandle handle = ProcessHandle.of(drill.pid()).orElseThrow();
            Waiting.until(
                    "a broker and a consumer",
                    drill::standing,
                    () -> handle.descendants().count() >= 2);
            List<ProcessHandle> started = handle.descendants().toList();

            drill.signal("INT");

            assertThat(drill.exitCode()).as(drill.out() + drill.err()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        }
    }
}
