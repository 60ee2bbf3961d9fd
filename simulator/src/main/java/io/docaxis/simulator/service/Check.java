package io.docaxis.simulator.service;

import java.util.Map;
import java.util.Optional;

/**
 * One thing that has to be right.
 *
 * @param problem why it is not; empty: it is
 * @param details what else is known of it, by name
 */
record Check(Optional<String> problem, Map<String, String> details) {

    Check {
        details = Map.copyOf(details);
    }

    static Check of(Optional<String> problem) {
        return new Check(problem, Map.of());
    }

    boolean isRight() {
        return problem.isEmpty();
    }
}
