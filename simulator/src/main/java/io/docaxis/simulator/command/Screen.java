package io.docaxis.simulator.command;

import io.docaxis.simulator.progress.Progress;
import io.docaxis.simulator.terminal.Width;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * What standard output is; the launcher finds out, for Java cannot tell everywhere.
 *
 * @param terminal whether lines can be written over
 */
record Screen(boolean terminal) {

    /** From here on Java has a console whatever standard output is. */
    private static final int ALWAYS_A_CONSOLE = 22;

    static Screen ofThisProcess() {
        String told = System.getProperty("docaxis.terminal");
        return new Screen(
                told == null
                        ? System.console() != null && Runtime.version().feature() < ALWAYS_A_CONSOLE
                        : Boolean.parseBoolean(told));
    }

    /** Says something beside the progress display, if there is something to say. */
    static void tell(Optional<String> news, Progress progress, PrintWriter err) {
        news.ifPresent(line -> {
            progress.clear();
            err.println(line);
        });
    }

    Progress progress(PrintWriter out) {
        return new Progress(out, terminal, Width.ofThisProcess());
    }

    /** Whether help may be bold and coloured: on terminals, unless the user wants no colours. */
    Ansi ansi() {
        String noColour = System.getenv("NO_COLOR");
        return terminal && (noColour == null || noColour.isEmpty()) ? Ansi.ON : Ansi.OFF;
    }
}
