package io.docaxis.simulator.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogLevelsTest {

    @Test
    void takesLevelsHoweverTheyAreWritten() {
        assertThat(LogLevels.problem(Map.of("docaxis.log.kafka", "info", "docaxis.log", "Off")::get))
                .isEmpty();
        assertThat(LogLevels.problem(name -> null)).isEmpty();
    }

    @Test
    void refusesWhatIsNoLevelWithAllThatIsWrong() {
        assertThat(LogLevels.problem(
                        Map.of("docaxis.log.kafka", "verbose", "docaxis.log", "", "docaxis.log.others", "WARN")::get))
                .hasValue("-Ddocaxis.log=: want one of OFF, ERROR, WARN, INFO, DEBUG, TRACE\n"
                        + "-Ddocaxis.log.kafka=verbose: want one of OFF, ERROR, WARN, INFO, DEBUG, TRACE");
    }
}
