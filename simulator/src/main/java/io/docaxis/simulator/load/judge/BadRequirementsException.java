package io.docaxis.simulator.load.judge;

import java.util.List;

/** Requirements that cannot be read: all that is wrong with them, each in a line. */
public final class BadRequirementsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    BadRequirementsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
