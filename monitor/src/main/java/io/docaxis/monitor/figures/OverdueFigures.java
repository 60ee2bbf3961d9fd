package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import java.util.Collection;

/**
 * What is overdue by level-1 agency and obligation, by how sure that is, and of how much the deadline stands on a doubtful clock. Immutable once
 * made.
 */
final class OverdueFigures {

    private static final int OBLIGATIONS = Obligation.values().length;
    private static final int KNOWN = OverdueAsKnown.values().length;

    private final long[] counts = new long[AgencyCatalogue.level1Count() * OBLIGATIONS * KNOWN];
    private final long[] fingerprints = new long[AgencyCatalogue.level1Count() * OBLIGATIONS];
    private final long[] firstOverdue = new long[OBLIGATIONS];
    private final long[] doubtful = new long[AgencyCatalogue.level1Count()];

    private OverdueFigures() {}

    /**
     * Adds up.
     *
     * @param tally of the same moment
     * @param rules of the run that it is of
     */
    static OverdueFigures of(Collection<LatenessRevision> overdue, TallySnapshot tally, RunRules rules) {
        OverdueFigures figures = new OverdueFigures();
        for (LatenessRevision duty : overdue) {
            int debtor = rules.level1(duty.debtor());
            if (debtor >= 0) {
                figures.add(duty, debtor, tally, rules);
            }
        }
        return figures;
    }

    private void add(LatenessRevision duty, int debtor, TallySnapshot tally, RunRules rules) {
        long watermark = tally.watermark(duty.partition()).orElse(0);
        OverdueAsKnown known = OverdueAsKnown.of(duty.deadline(), watermark, rules.horizonS());
        counts[index(debtor, duty.duty().obligation(), known)]++;
        fingerprints[index(debtor, duty.duty().obligation())] += fingerprint(duty, rules);
        boolean sure = known != OverdueAsKnown.PROVISIONAL || tally.ended(duty.partition());
        if (sure && !duty.counted()) {
            firstOverdue[duty.duty().obligation().ordinal()]++;
        }
        // the deadline of respond is a date, which no clock has set
        int asker = duty.duty().obligation() == Obligation.RESPOND ? -1 : rules.level1(duty.asker());
        if (asker >= 0 && tally.reports().isClockDoubtful(asker, rules.dayOf(duty.openedAt()))) {
            doubtful[debtor]++;
        }
    }

    /** As a tally that counts it has it; 0: none can. */
    private static long fingerprint(LatenessRevision last, RunRules rules) {
        DutyName duty = last.duty();
        int receiver = duty.receiver().isEmpty() ? ObligationId.NO_RECEIVER : rules.number(duty.receiver());
        ObligationId id = new ObligationId(
                duty.thread(),
                duty.document(),
                receiver,
                duty.obligation(),
                Outcome.OVERDUE,
                rules.number(last.debtor()),
                last.deadline(),
                0);
        try {
            return Sketch.fingerprint(id);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    long count(int agency, Obligation obligation, OverdueAsKnown known) {
        return counts[index(agency, obligation, known)];
    }

    /** Overdue, however that is known. */
    long count(int agency, Obligation obligation) {
        long sum = 0;
        for (OverdueAsKnown known : OverdueAsKnown.values()) {
            sum += count(agency, obligation, known);
        }
        return sum;
    }

    /** Of all agencies, overdue for so long that it counts. */
    long confirmed(Obligation obligation) {
        long sum = 0;
        for (int agency = 0; agency < doubtful.length; agency++) {
            sum += count(agency, obligation, OverdueAsKnown.CONFIRMED)
                    + count(agency, obligation, OverdueAsKnown.FINAL);
        }
        return sum;
    }

    /**
     * Of all agencies, overdue for so long that it counts, or in a partition of which nothing comes any more; without what had been
     * fulfilled before, and is counted as that.
     */
    long firstOverdue(Obligation obligation) {
        return firstOverdue[obligation.ordinal()];
    }

    /** What is overdue of an agency by a deadline that stands on a doubtful clock. */
    long clockDoubtful(int agency) {
        return doubtful[agency];
    }

    /**
     * Whether the tally has the same duties that are overdue, agency by agency: then both are of one moment, as far as anybody can tell. As many are
     * not enough: duties counted once are a sum over both, in which none may be missing that lateness has no more and the tally's header not yet.
     */
    boolean agreesWith(TallySnapshot tally) {
        for (int agency = 0; agency < doubtful.length; agency++) {
            for (Obligation obligation : Obligation.values()) {
                if (count(agency, obligation) != tally.obligations(agency, obligation, Outcome.OVERDUE)
                        || fingerprints[index(agency, obligation)] != tally.overdueFingerprint(agency, obligation)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int index(int agency, Obligation obligation) {
        return agency * OBLIGATIONS + obligation.ordinal();
    }

    private static int index(int agency, Obligation obligation, OverdueAsKnown known) {
        return index(agency, obligation) * KNOWN + known.ordinal();
    }
}
