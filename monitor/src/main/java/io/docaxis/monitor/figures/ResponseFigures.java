package io.docaxis.monitor.figures;

import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.tally.proto.PartHeader;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of response lag beyond the tally: how surely what is overdue is, and duties counted once.
 *
 * @param tally of the same moment
 * @param duties empty: the tally does not say what became of them since they were counted
 * @param version differs from that of any other moment at which something else was known of what is overdue
 */
public record ResponseFigures(TallySnapshot tally, OverdueFigures overdue, Optional<DutyCounts> duties, long version) {

    /** What is known by a tally, and by what is overdue in its run, of one moment or not. */
    static ResponseFigures of(Collection<LatenessRevision> duties, TallySnapshot tally, RunRules rules) {
        OverdueFigures overdue = OverdueFigures.of(duties, tally, rules);
        return new ResponseFigures(tally, overdue, DutyCounts.of(tally, overdue), 0);
    }

    ResponseFigures as(long number) {
        return new ResponseFigures(tally, overdue, duties, number);
    }

    /** Whether a tally is of the same run. */
    boolean isOfRunOf(TallySnapshot other) {
        return tally.about().map(PartHeader::getRunId).equals(other.about().map(PartHeader::getRunId));
    }

    /** Wall clock at which it was so. */
    public OptionalLong takenAtMs() {
        return tally.takenAtMs();
    }
}
