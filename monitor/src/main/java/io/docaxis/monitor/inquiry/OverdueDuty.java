package io.docaxis.monitor.inquiry;

import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import java.util.Comparator;
import java.util.Optional;

/**
 * An obligation whose deadline has passed, and which nothing has fulfilled.
 *
 * @param last what was said of it last
 * @param asOf the simulated time up to which that is known, seconds
 * @param known empty: the watermark of its partition is unknown
 */
public record OverdueDuty(LatenessRevision last, long asOf, Optional<OverdueAsKnown> known) {

    /** Longest overdue first; an order that does not depend on how they were read. */
    static final Comparator<OverdueDuty> WORST_FIRST = Comparator.<OverdueDuty>comparingLong(
                    duty -> duty.last().deadline())
            .thenComparingLong(duty -> duty.last().duty().thread())
            .thenComparing(duty -> duty.last().duty().toString());

    /** For how long, in simulated time. */
    public long overdueS() {
        return Math.max(0, asOf - last.deadline());
    }
}
