package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.simulator.Waiting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Who has opened the page of a run on a terminal ends it after the run has ended with its verdict. */
class PageOptionTest {

    private final StringWriter out = new StringWriter();
    private final List<Runnable> handlers = new CopyOnWriteArrayList<>();
    private final Interruption interruption = new Interruption(handlers::add);
    private final PageOption page = CommandLine.populateCommand(new PageOption(), "--open");
    /** The command's. */
    private final Thread stay =
            new Thread(() -> page.stay("http://here", new PrintWriter(out), new Screen(true), interruption), "stay");

    @AfterEach
    void end() {
        interruption.request();
    }

    private void begin() {
        stay.setDaemon(true);
        interruption.interrupts(stay);
        int before = handlers.size();
        stay.start();
        Waiting.until("whoever stays to take Ctrl-C", () -> handlers.size() > before);
        assertThat(out.toString()).contains("http://here/ still shows it; Ctrl-C ends that");
        isStaying();
    }

    private void ctrlC() {
        handlers.get(handlers.size() - 1).run();
    }

    /** An interrupt of somebody else makes it look at once, and stay unless it is to end. */
    private void isStaying() {
        stay.interrupt();
        Waiting.until(
                "a look", () -> !stay.isAlive() || !stay.isInterrupted() && stay.getState() == State.TIMED_WAITING);
        assertThat(stay.isAlive()).isTrue();
    }

    @Test
    void theFirstCtrlCEndsThePageAndInterruptsNothing() {
        begin();

        ctrlC();

        Waiting.until("the end of the stay", () -> !stay.isAlive());
        assertThat(interruption.isRequested()).as("an interruption").isFalse();
    }

    @Test
    void afterACtrlCThatHasEndedTheRunThePageStaysUntilAnInterruption() {
        interruption.endFirst();
        ctrlC();
        begin();
        isStaying();

        interruption.request();

        Waiting.until("the end of the stay", () -> !stay.isAlive());
    }
}
