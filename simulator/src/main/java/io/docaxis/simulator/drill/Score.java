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
    /** None was concluded wrongly, but the verdict of one is incomplete. */
    INCOMPLETE,
    /** No verdict finds anything wrong, but an attempt came to none. */
    NO_END,
    /** Nothing is wrong, but too few attempts proved anything. */
    VOID;

    /** @param seeds how many attempts of each drill have to count */
    public static Score of(List<Drill> drills, List<AttemptResult> results, int seeds) {
        if (isAny(Optional.of(Finding.DIFFERS), results)) {
            return DIFFERS;
        }
        if (isAny(Optional.of(Finding.INCOMPLETE), results)) {
            return INCOMPLETE;
        }
        if (isAny(Optional.empty(), results)) {
            return NO_END;
        }
        Optional<Drill> wanting = drills.stream()
                .filter(drill -> results.stream()
                                .filter(result -> result.drill() == drill && result.isPassed())
                                .count()
                        < seeds)
                .findFirst();
        return wanting.isEmpty() ? PASSED : VOID;
    }

    private static boolean isAny(Optional<Finding> finding, List<AttemptResult> results) {
        return results.stream().anyMatch(result -> result.finding().equals(finding));
    }
}
