package io.docaxis.simulator.command;

import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.TerminalWidth;
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
        String declared = System.getProperty("docaxis.terminal");
        return new Screen(
                declared == null
                        ? System.console() != null && Runtime.version().feature() < ALWAYS_A_CONSOLE
                        : Boolean.parseBoolean(declared));
    }

    /** Says something beside the progress display, if there is something to say. */
    static void tell(Optional<String> news, ProgressLine progress, PrintWriter err) {
        news.ifPresent(line -> {
            progress.clear();
            err.println(line);
        });
    }

    ProgressLine progress(PrintWriter out) {
        return new ProgressLine(out, terminal, TerminalWidth.ofThisProcess());
    }

    /** Columns that a line may have; a file or a pipe takes any. */
    int width() {
        return terminal ? TerminalWidth.ofThisProcess().getAsInt() : Integer.MAX_VALUE;
    }

    /** Whether help may be bold and coloured: on terminals, unless the user wants no colours. */
    Ansi ansi() {
        String noColour = System.getenv("NO_COLOR");
        return terminal && (noColour == null || noColour.isEmpty()) ? Ansi.ON : Ansi.OFF;
    }
}
