package io.docaxis.simulator.terminal;

import java.io.IOException;
import java.util.Locale;

/** Nobody can read what a command prints any more: the reader has gone, or the disk that it goes to is full. */
public final class OutputLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLostException(IOException cause) {
        super("standard output: " + reason(cause) + "; the command ends here", cause);
    }

    /** Whether nobody wants more; else it cannot be written. */
    public boolean hasReaderGone() {
        return isClosedPipe(getCause());
    }

    private static String reason(IOException cause) {
        return isClosedPipe(cause)
                ? "whoever read it has gone (closed pipe)"
                : "cannot be written (" + cause.getMessage() + ")";
    }

    private static boolean isClosedPipe(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}
