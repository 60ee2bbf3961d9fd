package io.docaxis.simulator.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * The line of a terminal that is written over, for as long as something is shown there. A process has one terminal, for standard
 * output and error alike, and so one such line: whatever is written to standard error takes it away first. Thread-safe.
 */
public final class StatusLine {

    private static final String CLEAR = "\r\u001B[K";
    /** A terminal that has become narrower than the line cuts it off, and does not begin another. */
    private static final String NO_WRAP = "\u001B[?7l";

    private static final String WRAP = "\u001B[?7h";

    private static PrintWriter shownOn;

    private StatusLine() {}

    /** Writes a line over the one that is there. */
    public static synchronized void show(PrintWriter out, String line) {
        out.print(CLEAR + NO_WRAP + line + WRAP);
        out.flush();
        shownOn = out;
    }

    /** Takes the line away, so that what is written next begins on a clean one. */
    public static synchronized void clear() {
        if (shownOn != null) {
            PrintWriter out = shownOn;
            shownOn = null;
            out.print(CLEAR);
            out.flush();
        }
    }

    /** The same stream, before each write to which the line is taken away. */
    public static OutputStream clearedBefore(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(int written) throws IOException {
                clear();
                out.write(written);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                clear();
                out.write(bytes, offset, length);
            }
        };
    }
}
