package io.docaxis.simulator.command;

import io.docaxis.simulator.progress.Progress;
import java.io.PrintWriter;

/**
 * What standard output is; the launcher finds out, for Java cannot tell everywhere.
 *
 * @param terminal whether lines can be written over
 * @param columns width of the terminal
 */
record Screen(boolean terminal, int columns) {

    private static final int COLUMNS = 100;

    static Screen ofThisProcess() {
        String told = System.getProperty("docaxis.terminal");
        boolean terminal = told == null ? System.console() != null : Boolean.parseBoolean(told);
        return new Screen(terminal, Integer.getInteger("docaxis.columns", COLUMNS));
    }

    Progress progress(PrintWriter out) {
        return new Progress(out, terminal, columns);
    }
}
