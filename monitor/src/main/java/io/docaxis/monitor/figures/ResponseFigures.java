package io.docaxis.monitor.figures;

import io.docaxis.common.lateness.LatenessRevision;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of response lag beyond the tally: how surely what is overdue is, and duties counted once.
 *
 * @param tally of the same moment
 * @param duties empty: the tally does not say what became of them since they were counted
 */
record ResponseFigures(TallySnapshot tally, OverdueFigures overdue, Optional<DutyCounts> duties) {

    /** What is known by a tally, and by what is overdue in its run, of one moment or not. */
    static ResponseFigures of(Collection<LatenessRevision> duties, TallySnapshot tally, RunRules rules) {
        OverdueFigures overdue = OverdueFigures.of(duties, tally, rules);
        return new ResponseFigures(tally, overdue, DutyCounts.of(tally, overdue));
    }

    /** Wall clock at which it was so. */
    OptionalLong takenAtMs() {
        return tally.takenAtMs();
    }
}
