package io.docaxis.monitor.page;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.OverdueFigures;
import io.docaxis.monitor.figures.ResponseFigures;
import io.docaxis.monitor.figures.Round;
import io.docaxis.monitor.figures.Silence;
import io.docaxis.monitor.figures.TallySnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The figures of a prefix as they are known at one moment, added up as the page shows them. What is unknown is empty. Immutable.
 *
 * @param response what is known of what is overdue, and the tally of its moment
 * @param responseProblem why that is empty
 */
record FiguresView(Round round, Optional<ResponseFigures> response, Optional<String> responseProblem) {

    static FiguresView of(Figures figures) {
        Round round = figures.round();
        Optional<ResponseFigures> response = round.tally().isKnown() ? figures.response() : Optional.empty();
        return new FiguresView(round, response, response.isPresent() ? Optional.empty() : figures.responseProblem());
    }

    /** Nothing is known. */
    static FiguresView unknown(String why) {
        Round nothing = new Round(TallySnapshot.unknown(), Set.of(), List.of(), Optional.empty(), true);
        return new FiguresView(nothing, Optional.empty(), Optional.of(why));
    }

    TallySnapshot tally() {
        return round.tally();
    }

    /** The tally by which duties are counted: of the moment at which it is known what is overdue, or else the newest. */
    TallySnapshot duties() {
        return response.map(ResponseFigures::tally).orElseGet(this::tally);
    }

    private Optional<OverdueFigures> overdue() {
        return response.map(ResponseFigures::overdue);
    }

    /** Whether a level-1 agency, with all below it, has fallen silent as a receiver; empty: too little is known of it. */
    Optional<Boolean> isSilent(int agency) {
        if (round.silence().isEmpty() || round.silence().get(agency) == Silence.LEARNING) {
            return Optional.empty();
        }
        return Optional.of(round.silence().get(agency) == Silence.SILENT);
    }

    /** Open duties of a level-1 agency and all below it that are due within the next eight working hours. */
    OptionalLong dueSoon(int agency, Obligation obligation) {
        return round.dueSoon()
                .map(due -> OptionalLong.of(due.count(agency, obligation)))
                .orElse(OptionalLong.empty());
    }

    /** The same of all agencies. */
    OptionalLong dueSoon(Obligation obligation) {
        return round.dueSoon()
                .map(due -> OptionalLong.of(due.count(obligation)))
                .orElse(OptionalLong.empty());
    }

    /** Overdue duties of all agencies, by how surely they are. */
    OptionalLong overdue(Obligation obligation, OverdueAsKnown known) {
        return overdue()
                .map(figures -> OptionalLong.of(sum(figures, obligation, known)))
                .orElse(OptionalLong.empty());
    }

    /** Overdue duties of all kinds, by how surely they are. */
    OptionalLong overdue(OverdueAsKnown known) {
        OptionalLong sum = OptionalLong.empty();
        for (Obligation obligation : Obligation.values()) {
            OptionalLong more = overdue(obligation, known);
            if (more.isPresent()) {
                sum = OptionalLong.of(sum.orElse(0) + more.getAsLong());
            }
        }
        return sum;
    }

    private static long sum(OverdueFigures overdue, Obligation obligation, OverdueAsKnown known) {
        long sum = 0;
        for (int agency = 0; agency < AgencyCatalogue.level1Count(); agency++) {
            sum += overdue.count(agency, obligation, known);
        }
        return sum;
    }

    /** For how long the duty of a level-1 agency that is overdue for longest has been, simulated seconds; empty too: none is. */
    OptionalLong longestS(int agency, Obligation obligation) {
        return overdue().map(figures -> figures.longestS(agency, obligation)).orElse(OptionalLong.empty());
    }

    /** Overdue duties of a level-1 agency, and all below it, whose deadline stands on a doubtful clock. */
    OptionalLong clockDoubtful(int agency) {
        return overdue()
                .map(figures -> OptionalLong.of(figures.clockDoubtful(agency)))
                .orElse(OptionalLong.empty());
    }

    /** Those of all agencies. */
    OptionalLong clockDoubtful() {
        return overdue()
                .map(figures -> OptionalLong.of(figures.onDoubtfulClock()))
                .orElse(OptionalLong.empty());
    }

    /** The share of duties fulfilled on time of all that are fulfilled, or confirmed or final overdue; of none there is no share. */
    OptionalDouble onTimeShare(Obligation obligation) {
        if (response.isEmpty()) {
            return OptionalDouble.empty();
        }
        long onTime = duties().obligations(Outcome.ON_TIME)[obligation.ordinal()];
        long late = duties().obligations(Outcome.LATE)[obligation.ordinal()];
        return share(onTime, onTime + late + response.get().overdue().confirmed(obligation));
    }

    /** The share of duties fulfilled on time of all that are fulfilled. */
    OptionalDouble answeredShare(Obligation obligation) {
        if (!duties().isKnown()) {
            return OptionalDouble.empty();
        }
        long onTime = duties().obligations(Outcome.ON_TIME)[obligation.ordinal()];
        long late = duties().obligations(Outcome.LATE)[obligation.ordinal()];
        return share(onTime, onTime + late);
    }

    private static OptionalDouble share(long part, long of) {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / of);
    }

    /** Wall clock at which duties were as they are counted. */
    OptionalLong takenAtMs() {
        return duties().takenAtMs();
    }
}
