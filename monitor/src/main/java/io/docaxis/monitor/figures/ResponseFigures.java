package io.docaxis.monitor.figures;

import java.util.OptionalLong;

/**
 * What is known of response lag beyond the tally: how surely what is overdue is, and duties counted once.
 *
 * @param tally of the same moment
 */
record ResponseFigures(TallySnapshot tally, OverdueFigures overdue, DutyCounts duties) {

    /** Wall clock at which it was so. */
    OptionalLong takenAtMs() {
        return tally.takenAtMs();
    }
}
