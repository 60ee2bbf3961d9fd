package io.docaxis.simulator;

import io.docaxis.producer.scenario.file.ScenarioDraft;
import java.util.function.Predicate;

/** Cuts a scenario down to the least of it that still shows something: fewer documents, keys back at their defaults. */
final class LeastScenario {

    /** Each try plays a scenario. */
    private static final int MOST_TRIES = 1_000;

    private LeastScenario() {}

    /**
     * The smallest that was found.
     *
     * @param shows whether a scenario, which may not even be one that can be played, shows it; true of the first
     */
    static ScenarioDraft of(ScenarioDraft first, Predicate<ScenarioDraft> shows) {
        ScenarioDraft least = first;
        int tries = 0;
        boolean found = true;
        while (found) {
            found = false;
            for (ScenarioDraft candidate : least.smaller()) {
                if (tries++ < MOST_TRIES && shows.test(candidate)) {
                    least = candidate;
                    found = true;
                    break;
                }
            }
        }
        return least;
    }
}
