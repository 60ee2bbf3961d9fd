package io.docaxis.simulator.command;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Whether the page of a command is opened on the desktop of its user. */
final class PageOption {

    @Option(
            names = "--open",
            description = "Open its page in the desktop's browser (default: its address is printed alone).")
    private boolean open;

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
