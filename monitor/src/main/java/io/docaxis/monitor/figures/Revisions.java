package io.docaxis.monitor.figures;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.tally.proto.DutyRevisions;

/** Adds up what became of duties since they were counted. */
final class Revisions {

    private Revisions() {}

    static DutyRevisions sum(DutyRevisions one, DutyRevisions other) {
        DutyRevisions.Builder sum = DutyRevisions.newBuilder().setRevisions(one.getRevisions() + other.getRevisions());
        for (Obligation obligation : Obligation.values()) {
            int i = obligation.ordinal();
            sum.addOnTime(one.getOnTime(i) + other.getOnTime(i))
                    .addLate(one.getLate(i) + other.getLate(i))
                    .addOverdue(one.getOverdue(i) + other.getOverdue(i));
        }
        return sum.build();
    }
}
