package io.docaxis.simulator.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.event.Topics;
import io.docaxis.simulator.process.ProgramProcess;
import io.docaxis.simulator.process.Stage;

/** Commands of the shipped program that are run to their end. */
final class Commands {

    /** Seconds that {@code verify} waits where nothing but a fault makes it wait: on a busy machine the default may pass. */
    static final String LONG = "3600";

    private Commands() {}

    /** Runs a command on the topics of a prefix; it must end as expected. Gives what it printed. */
    static String run(Stage stage, int exitCode, Topics topics, String... arguments) throws InterruptedException {
        try (ProgramProcess run = stage.startOn(topics, arguments)) {
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
            return run.out();
        }
    }
}
