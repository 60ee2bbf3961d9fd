package io.docaxis.simulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that was run in this process: how it ended, and what it printed. */
record Ran(int code, String out, String err) {

    static Ran of(String... arguments) {
        return of(new Interruption(), arguments);
    }

    static Ran of(Interruption interruption, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = DocaxisCommand.execute(interruption, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    /** Checks how it ended and that it said so. */
    Ran ended(int expected, String... saying) {
        assertThat(code).as(this::toString).isEqualTo(expected);
        assertThat(out + err).contains(saying).doesNotContain("\tat ");
        return this;
    }
}
