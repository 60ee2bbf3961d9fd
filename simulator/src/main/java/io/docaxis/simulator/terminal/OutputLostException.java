package io.docaxis.simulator.terminal;

import java.io.IOException;
import java.util.Locale;

/** Nobody can read what a command prints any more: the reader has gone, or the disk that it goes to is full. */
public final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLostException(IOException cause) {
        super("standard output: " + reason(cause) + "; the command ends here", cause);
    }

    private static String reason(IOException cause) {
        String said = String.valueOf(cause.getMessage());
        return said.toLowerCase(Locale.ROOT).contains("broken pipe")
                ? "whoever read it has gone (closed pipe)"
                : "cannot be written (" + said + ")";
    }
}
