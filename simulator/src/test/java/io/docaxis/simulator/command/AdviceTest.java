package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "false, false, false"})
    void recommendsToResumeOnlyWhereThatCanHelp(boolean kept, boolean canBeResumed, boolean recommended) {
        assertThat(Advice.afterFailure(kept, canBeResumed).contains("--resume")).isEqualTo(recommended);
    }

    @ParameterizedTest
    @CsvSource({"true, --resume --fast-clients off goes on from there", "false, try --fast-clients off"})
    void recommendsToDoWithoutTheFastPathThatFailed(boolean kept, String recommended) {
        assertThat(Advice.afterFastPath(kept)).endsWith("; " + recommended);
        assertThat(Advice.afterFastPath(kept).contains("--resume")).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void recommendsToResumeAfterAnInterruptionWhereTheTopicsAreStillThere(boolean kept, boolean recommended) {
        assertThat(Advice.afterInterruption(kept).contains("--resume")).isEqualTo(recommended);
    }
}
