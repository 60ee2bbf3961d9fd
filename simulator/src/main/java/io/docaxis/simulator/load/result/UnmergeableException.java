package io.docaxis.simulator.load.result;

import java.util.List;

/** Results that are not shards of one load: all that is wrong, each in a line. */
public final class UnmergeableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnmergeableException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
