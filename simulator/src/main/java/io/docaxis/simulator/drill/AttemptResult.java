package io.docaxis.simulator.drill;

import io.docaxis.simulator.verdict.Finding;
import java.util.Optional;

/**
 * What came of one attempt at a drill.
 *
 * @param moment at which the fault was meant to come, in percent of all events applied
 * @param finding of the verdict; empty where the attempt came to no end
 * @param observed what was seen of fault and recovery; empty where the attempt came to no end
 * @param emptiness why the attempt is void: it was exact, but proved nothing
 * @param account of what is wrong, for people; empty where nothing is
 * @param tookMs wall time
 */
public record AttemptResult(
        Drill drill,
        long seed,
        int moment,
        Optional<Finding> finding,
        Optional<Observed> observed,
        Optional<String> emptiness,
        String account,
        long tookMs) {

    /**
     * Fault and recovery.
     *
     * @param what was done
     * @param appliedPercent share of all records that were applied and committed when it was done
     * @param recoveryMs until something new was committed in every partition
     */
    record Observed(String what, double appliedPercent, long recoveryMs, Rework rework) {}

    /** Whether it counts as a drill that was passed. */
    public boolean isPassed() {
        return finding.equals(Optional.of(Finding.EXACT)) && emptiness.isEmpty();
    }

    /** Whether the pipeline was found wanting, void or not. */
    public boolean isFailed() {
        return !finding.equals(Optional.of(Finding.EXACT));
    }
}
