package io.docaxis.monitor.inquiry;

import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.OverdueFigures;
import io.docaxis.monitor.figures.ResponseFigures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** All that is overdue as counts, and the few that are overdue for longest: one look at each, without putting all of them in order. */
final class WorstDuties {

    /** One that is listed. */
    record Listed(OverdueDuty duty, boolean isOnDoubtfulClock) {}

    private static final Comparator<Listed> BEST_FIRST =
            Comparator.<Listed, OverdueDuty>comparing(Listed::duty, OverdueDuty.WORST_FIRST.reversed());

    private final long[] counts = new long[OverdueAsKnown.values().length];
    private final PriorityQueue<Listed> worst = new PriorityQueue<>(BEST_FIRST);
    private long overdue;

    private WorstDuties() {}

    /** @param most that are listed */
    static WorstDuties of(ResponseFigures known, int most) {
        WorstDuties found = new WorstDuties();
        OverdueFigures figures = known.overdue();
        Map<Integer, PartHeader> headers = known.tally().headers();
        for (int i = 0; i < figures.duties().size(); i++) {
            LatenessRevision last = figures.duties().get(i);
            found.add(
                    new Listed(LateReader.duty(last, headers.get(last.partition())), figures.isOnDoubtfulClock(i)),
                    most);
        }
        return found;
    }

    private void add(Listed found, int most) {
        overdue++;
        Optional<OverdueAsKnown> known = found.duty().known();
        if (known.isPresent()) {
            counts[known.get().ordinal()]++;
        }
        if (worst.size() < most) {
            worst.add(found);
        } else if (BEST_FIRST.compare(found, worst.peek()) > 0) {
            worst.poll();
            worst.add(found);
        }
    }

    long overdue() {
        return overdue;
    }

    long count(OverdueAsKnown known) {
        return counts[known.ordinal()];
    }

    long uncertain() {
        long certain = 0;
        for (long count : counts) {
            certain += count;
        }
        return overdue - certain;
    }

    /** Worst first. */
    List<Listed> duties() {
        return worst.stream().sorted(BEST_FIRST.reversed()).toList();
    }
}
