package io.docaxis.simulator.command;

import io.docaxis.producer.publish.LiveRun;
import io.docaxis.simulator.terminal.ProgressLine;
import java.io.PrintWriter;
import java.util.Optional;

/** A live run whose sources are all in this process ends in order at the first Ctrl-C, which it says once. One thread. */
final class OrderlyEnd {

    private final Interruption interruption;
    private final Optional<LiveRun> live;
    private final PrintWriter err;
    private boolean asked;

    OrderlyEnd(Interruption interruption, Optional<LiveRun> live, PrintWriter err) {
        this.interruption = interruption;
        this.live = live;
        this.err = err;
        if (live.isPresent()) {
            interruption.endFirst();
        }
    }

    /** Asks the sources to end, if that is wanted now. */
    void look(ProgressLine progress) {
        if (!asked && interruption.isEndRequested()) {
            asked = true;
            live.ifPresent(run -> run.end().ask());
            progress.clear();
            err.println("ending: the sources agree on one instant and go on to it; Ctrl-C again interrupts");
            err.flush();
        }
    }

    /** Whether it was wanted. */
    boolean isAsked() {
        return asked;
    }
}
