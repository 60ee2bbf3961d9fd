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
    @CsvSource({"true, true", "false, false"})
    void recommendsToResumeAfterAnInterruptionWhereTheTopicsAreStillThere(boolean kept, boolean recommended) {
        assertThat(Advice.afterInterruption(kept).contains("--resume")).isEqualTo(recommended);
    }
}
