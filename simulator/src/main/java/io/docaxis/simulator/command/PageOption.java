package io.docaxis.simulator.command;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether the page of a command is opened on the desktop of its user. */
final class PageOption {

    private static final long LOOK_EVERY_MS = 250;

    @Option(
            names = "--open",
            description = "Open its page in the desktop's browser (default: its address is printed alone).")
    private boolean open;

    /**
     * Keeps it there until the user ends the command: who has opened it on a terminal has not looked at how all ended yet. That interrupts nothing any more,
     * so it is an end like any other, unless a Ctrl-C has ended the run before.
     */
    void stay(String url, PrintWriter out, Screen screen, Interruption interruption) {
        if (!open || !screen.terminal()) {
            return;
        }
        out.println(url + "/ still shows it; Ctrl-C ends that");
        out.flush();
        boolean wasEnded = interruption.isEndRequested();
        interruption.endFirst();
        boolean isEnded = false;
        while (!isEnded) {
            // its page asks by itself
            isEnded = interruption.await(LOOK_EVERY_MS) || !wasEnded && interruption.isEndRequested();
        }
    }

    /** Opens it, if that is wanted. */
    void open(String url, PrintWriter err) {
        if (open) {
            DesktopBrowser.ofThisSystem().open(url + "/", line -> {
                err.println(line);
                err.flush();
            });
        }
    }
}
