package io.docaxis.monitor.inquiry;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.DutyName;
import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.figures.OverdueFigures;
import io.docaxis.monitor.figures.ResponseFigures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/**
 * Who is late at one moment, and what is known of it only by whoever has looked on.
 *
 * @param takenAtMs wall clock
 * @param version of that moment; empty: nobody numbers it
 * @param doubtful of all duties of the run, those whose deadline stands on a doubtful clock; empty: not known
 */
record LateMoment(WhoIsLate late, OptionalLong takenAtMs, OptionalLong version, Optional<Set<DutyName>> doubtful) {

    /** As the monitor knows it. */
    static LateMoment of(ResponseFigures known, LateFilter filter) {
        SortedMap<Integer, PartHeader> headers = known.tally().headers();
        known.tally()
                .about()
                .ifPresent(any -> filter.require(AgencyCatalogue.of(any.getDepartments(), any.getCommunes())));
        List<LatenessRevision> duties = known.overdue().duties();
        return new LateMoment(
                LateReader.of(headers, duties, filter, LateReader.unknown(headers)),
                known.takenAtMs(),
                OptionalLong.of(known.version()),
                Optional.of(doubtful(known.overdue())));
    }

    private static Set<DutyName> doubtful(OverdueFigures overdue) {
        Set<DutyName> doubtful = new HashSet<>();
        for (int i = 0; i < overdue.duties().size(); i++) {
            if (overdue.isOnDoubtfulClock(i)) {
                doubtful.add(overdue.duties().get(i).duty());
            }
        }
        return doubtful;
    }

    /** As topics say it. */
    static LateMoment read(WhoIsLate late, long takenAtMs) {
        return new LateMoment(late, OptionalLong.of(takenAtMs), OptionalLong.empty(), Optional.empty());
    }

    LateMoment arranged(LateQuestion asked) {
        return new LateMoment(asked.arrange(late), takenAtMs, version, doubtful);
    }

    /** Of a duty; null: not known. */
    Boolean isDoubtful(OverdueDuty duty) {
        return doubtful.map(those -> those.contains(duty.last().duty())).orElse(null);
    }

    /** How many of those that are asked for; null: not known. */
    Long doubtfulCount() {
        return doubtful.map(those -> late.duties().stream()
                        .filter(duty -> those.contains(duty.last().duty()))
                        .count())
                .orElse(null);
    }
}
