package io.docaxis.monitor.figures;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.proto.DutyRevisions;
import java.util.Optional;

/**
 * Duties by how each was first counted: when it was fulfilled, or confirmed overdue. By obligation.
 *
 * @param revisions how often the conclusion of a duty that was counted changed since
 */
public record DutyCounts(long[] onTime, long[] late, long[] overdue, long revisions) {

    /**
     * What the cells have, and what became of duties since they were counted; empty: a part of the tally does not say that.
     *
     * @param overdue of the same moment
     */
    static Optional<DutyCounts> of(TallySnapshot tally, OverdueFigures overdue) {
        return tally.revisions().map(revisions -> add(tally, overdue, revisions));
    }

    private static DutyCounts add(TallySnapshot tally, OverdueFigures overdue, DutyRevisions revisions) {
        long[] onTime = tally.obligations(Outcome.ON_TIME);
        long[] late = tally.obligations(Outcome.LATE);
        long[] firstOverdue = new long[onTime.length];
        for (Obligation obligation : Obligation.values()) {
            int i = obligation.ordinal();
            onTime[i] += revisions.getOnTime(i);
            late[i] += revisions.getLate(i);
            firstOverdue[i] = overdue.firstOverdue(obligation) + revisions.getOverdue(i);
        }
        return new DutyCounts(onTime, late, firstOverdue, revisions.getRevisions());
    }
}
