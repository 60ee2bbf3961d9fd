package io.docaxis.monitor.figures;

import io.docaxis.common.event.proto.Lateness;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessReader;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is overdue in each run by the lateness topic, and which duties that were counted as overdue or late turned out otherwise. Whether a duty had
 * been confirmed overdue before is told by the record that says so: by its watermark, whenever it is read. Not thread-safe.
 */
final class OverdueDuties implements LatenessReader.Listener {

    /** What is known of one run. */
    private static final class OfRun {
        final Map<DutyName, LatenessRevision> overdue = new HashMap<>();
        /** Confirmed overdue first, and fulfilled late since. */
        final Set<DutyName> fulfilledAfterAll = new HashSet<>();

        final long[] wereOverdue = new long[Obligation.values().length];
        final long[] lateAfterAll = new long[Obligation.values().length];
        final long[] onTimeAfterAll = new long[Obligation.values().length];
        final long[] wereLate = new long[Obligation.values().length];
        long revisions;
    }

    private final long horizonS;
    private final Map<Long, OfRun> runs = new HashMap<>();

    /** @param horizonS of the run that is asked about */
    OverdueDuties(long horizonS) {
        this.horizonS = horizonS;
    }

    @Override
    public void changed(long run, LatenessRevision before, LatenessRevision now) {
        OfRun known = runs.computeIfAbsent(run, first -> new OfRun());
        DutyName duty = (now == null ? before : now).duty();
        known.overdue.remove(duty);
        if (now == null) {
            return;
        }
        if (now.isOverdue()) {
            known.overdue.put(duty, now);
        } else if (before == null ? isFulfilledAfterOverdue(now) : before.isOverdue()) {
            leaveOverdue(known, now);
        } else if (before != null && isLate(before)) {
            leaveLate(known, now);
        }
    }

    /** The record that said so may be compacted away. */
    private static boolean isFulfilledAfterOverdue(LatenessRevision now) {
        return now.kind() == Lateness.Kind.FULFILLED_LATE && now.revision() > 1;
    }

    private static boolean isLate(LatenessRevision revision) {
        return revision.kind() == Lateness.Kind.FULFILLED_LATE || revision.kind() == Lateness.Kind.CORRECTED;
    }

    /** By which it is told what had been confirmed. */
    long horizonS() {
        return horizonS;
    }

    private void leaveOverdue(OfRun known, LatenessRevision now) {
        int obligation = now.duty().obligation().ordinal();
        if (OverdueAsKnown.of(now.deadline(), now.watermark(), horizonS) == OverdueAsKnown.PROVISIONAL) {
            // never confirmed, so never counted
            return;
        }
        known.revisions++;
        known.wereOverdue[obligation]++;
        if (isLate(now)) {
            known.lateAfterAll[obligation]++;
            known.fulfilledAfterAll.add(now.duty());
        } else if (now.isOnTime()) {
            known.onTimeAfterAll[obligation]++;
        }
    }

    private static void leaveLate(OfRun known, LatenessRevision now) {
        int obligation = now.duty().obligation().ordinal();
        known.revisions++;
        if (isLate(now)) {
            return;
        }
        if (known.fulfilledAfterAll.remove(now.duty())) {
            known.lateAfterAll[obligation]--;
        } else {
            known.wereLate[obligation]++;
        }
        if (now.isOnTime()) {
            known.onTimeAfterAll[obligation]++;
        }
    }

    /** What is overdue in a run, in no order; a view. */
    Collection<LatenessRevision> overdue(long run) {
        return Collections.unmodifiableCollection(of(run).overdue.values());
    }

    /**
     * How many duties there are that were first counted so, each once: when it was fulfilled, or confirmed overdue.
     *
     * @param onTime by the tally, as late is
     * @param confirmed overdue now
     */
    DutyCounts counts(long run, long[] onTime, long[] late, long[] confirmed) {
        OfRun known = of(run);
        int obligations = onTime.length;
        long[] firstOnTime = new long[obligations];
        long[] firstLate = new long[obligations];
        long[] firstOverdue = new long[obligations];
        for (int i = 0; i < obligations; i++) {
            firstOnTime[i] = onTime[i] - known.onTimeAfterAll[i];
            firstLate[i] = late[i] - known.lateAfterAll[i] + known.wereLate[i];
            firstOverdue[i] = confirmed[i] + known.wereOverdue[i];
        }
        return new DutyCounts(firstOnTime, firstLate, firstOverdue, known.revisions);
    }

    private OfRun of(long run) {
        return runs.getOrDefault(run, new OfRun());
    }
}
