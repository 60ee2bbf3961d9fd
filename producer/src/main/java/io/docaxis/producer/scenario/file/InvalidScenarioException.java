package io.docaxis.producer.scenario.file;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that can't be played, with everything that is wrong with it; the message has a line for each problem. */
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Transient: an exception that was serialized keeps its message alone. */
    private final transient List<ScenarioProblem> problems;

    InvalidScenarioException(List<ScenarioProblem> problems) {
        this(problems, "");
    }

    /** @param further what to say of problems that are not listed, or nothing */
    InvalidScenarioException(List<ScenarioProblem> problems, String further) {
        super(problems.stream().map(ScenarioProblem::toString).collect(Collectors.joining("\n"))
                + (further.isEmpty() ? "" : "\n" + further));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file's lines; at least one. */
    public List<ScenarioProblem> problems() {
        return problems;
    }
}
