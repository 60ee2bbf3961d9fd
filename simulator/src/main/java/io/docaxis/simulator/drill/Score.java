package io.docaxis.simulator.drill;

import io.docaxis.simulator.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** What all attempts together say: of one drill, or of all. */
public enum Score {
    /** As many seeds as were wanted are exact, and none is not. */
    PASSED,
    /** One was concluded wrongly. */
    DIFFERS,
    /** None was concluded wrongly, but one not to the end. */
    INCOMPLETE,
    /** Nothing is wrong, but too few attempts proved anything. */
    VOID;

    /** @param seeds how many attempts of each drill have to count */
    public static Score of(List<Drill> drills, List<Result> results, int seeds) {
        if (results.stream().anyMatch(result -> result.finding() == Finding.DIFFERS)) {
            return DIFFERS;
        }
        if (results.stream().anyMatch(Result::isFailed)) {
            return INCOMPLETE;
        }
        Optional<Drill> wanting = drills.stream()
                .filter(drill -> results.stream()
                                .filter(result -> result.drill() == drill && result.isPassed())
                                .count()
                        < seeds)
                .findFirst();
        return wanting.isEmpty() ? PASSED : VOID;
    }
}
