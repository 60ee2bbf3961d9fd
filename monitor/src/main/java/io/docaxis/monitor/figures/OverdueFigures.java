package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is overdue by level-1 agency and obligation, by how sure that is, and of how much the deadline stands on a doubtful clock. Immutable once
 * made.
 */
public final class OverdueFigures {

    private static final int OBLIGATIONS = Obligation.values().length;
    private static final long NONE = Long.MAX_VALUE;
    private static final int KNOWN = OverdueAsKnown.values().length;

    private final long[] counts = new long[AgencyCatalogue.level1Count() * OBLIGATIONS * KNOWN];
    private final long[] fingerprints = new long[AgencyCatalogue.level1Count() * OBLIGATIONS];
    private final long[] firstOverdue = new long[OBLIGATIONS];
    private final long[] doubtful = new long[AgencyCatalogue.level1Count()];
    /** Of the duty that is overdue for longest. */
    private final long[] oldest = new long[AgencyCatalogue.level1Count() * OBLIGATIONS];

    private final long[] longestS = new long[AgencyCatalogue.level1Count() * OBLIGATIONS];
    private final List<LatenessRevision> duties;
    /** By place in the list. */
    private final BitSet onDoubtfulClock = new BitSet();

    private long overdueS;

    private OverdueFigures(Collection<LatenessRevision> overdue) {
        duties = List.copyOf(overdue);
        Arrays.fill(oldest, NONE);
    }

    /**
     * Adds up.
     *
     * @param tally of the same moment
     * @param rules of the run that it is of
     */
    static OverdueFigures of(Collection<LatenessRevision> overdue, TallySnapshot tally, RunRules rules) {
        OverdueFigures figures = new OverdueFigures(overdue);
        for (int i = 0; i < figures.duties.size(); i++) {
            LatenessRevision duty = figures.duties.get(i);
            int debtor = rules.level1(duty.debtor());
            if (debtor >= 0) {
                figures.add(duty, debtor, tally, rules);
                figures.addAge(duty, debtor, tally);
            }
            // the deadline of respond is a date, which no clock has set
            int asker = duty.duty().obligation() == Obligation.RESPOND ? -1 : rules.level1(duty.asker());
            if (asker >= 0 && tally.reports().isClockDoubtful(asker, rules.dayOf(duty.openedAt()))) {
                figures.addDoubtful(i, debtor);
            }
        }
        return figures;
    }

    private void addDoubtful(int place, int debtor) {
        onDoubtfulClock.set(place);
        if (debtor >= 0) {
            doubtful[debtor]++;
        }
    }

    private void addAge(LatenessRevision duty, int debtor, TallySnapshot tally) {
        int i = index(debtor, duty.duty().obligation());
        long ageS = Math.max(0, asOf(duty, tally) - duty.deadline());
        oldest[i] = Math.min(oldest[i], duty.deadline());
        longestS[i] = Math.max(longestS[i], ageS);
        overdueS += ageS;
    }

    /** The simulated instant up to which it is known that a duty is overdue, seconds. */
    private static long asOf(LatenessRevision duty, TallySnapshot tally) {
        long said = Math.max(duty.watermark(), duty.announcedUntil());
        long until = tally.announcedUntil(duty.partition()).orElse(0);
        return Math.max(said, Math.max(until, tally.watermark(duty.partition()).orElse(0)));
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

    /** All that is overdue, in no order: the last that was said of each duty. Immutable. */
    public List<LatenessRevision> duties() {
        return duties;
    }

    /** Whether the deadline of a duty stands on a doubtful clock, by its place in the list. */
    public boolean isOnDoubtfulClock(int place) {
        return onDoubtfulClock.get(place);
    }

    /** How many those are. */
    public int onDoubtfulClock() {
        return onDoubtfulClock.cardinality();
    }

    /** The earliest deadline of what is overdue of an agency of level 1 and all below it, seconds; empty: nothing is. */
    public OptionalLong oldest(int agency, Obligation obligation) {
        long deadline = oldest[index(agency, obligation)];
        return deadline == NONE ? OptionalLong.empty() : OptionalLong.of(deadline);
    }

    /** For how long what is overdue for longest has been, in simulated seconds; empty: nothing is. */
    public OptionalLong longestS(int agency, Obligation obligation) {
        int i = index(agency, obligation);
        return oldest[i] == NONE ? OptionalLong.empty() : OptionalLong.of(longestS[i]);
    }

    /** For how long all that is overdue has been, added up, in simulated seconds. */
    public long overdueS() {
        return overdueS;
    }

    /** Of a level-1 agency and all below it. */
    public long count(int agency, Obligation obligation, OverdueAsKnown known) {
        return counts[index(agency, obligation, known)];
    }

    /** Overdue, however that is known. */
    public long count(int agency, Obligation obligation) {
        long sum = 0;
        for (OverdueAsKnown known : OverdueAsKnown.values()) {
            sum += count(agency, obligation, known);
        }
        return sum;
    }

    /** Of all agencies, overdue for so long that it counts. */
    public long confirmed(Obligation obligation) {
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
    public long firstOverdue(Obligation obligation) {
        return firstOverdue[obligation.ordinal()];
    }

    /** What is overdue of an agency by a deadline that stands on a doubtful clock. */
    public long clockDoubtful(int agency) {
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
