package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;

/**
 * Adds what is known of agencies, sources and duties to the series of one scrape: all agencies of level 1 always, each with all below it, so that labels
 * are stable.
 */
final class AgencyMetrics {

    private static final AgencyCatalogue LEVEL_1 = AgencyCatalogue.level1();

    private final FigureSeries series;

    AgencyMetrics(FigureSeries series) {
        this.series = series;
    }

    /** Adds what follows from the tally. */
    void add(Round round) {
        TallySnapshot tally = round.tally();
        if (!tally.isKnown()) {
            return;
        }
        series.add(FigureMetric.BOOKS_BALANCE, round.booksBalance());
        for (int source : tally.event().sources().keySet()) {
            series.add(FigureMetric.SOURCE_SILENT, round.silentSources().contains(source), String.valueOf(source));
        }
        for (int agency = 0; agency < LEVEL_1.size(); agency++) {
            add(round, agency);
        }
        for (Obligation obligation : Obligation.values()) {
            long onTime = tally.obligations(Outcome.ON_TIME)[obligation.ordinal()];
            long late = tally.obligations(Outcome.LATE)[obligation.ordinal()];
            addShare(obligation, "answered", onTime, onTime + late);
        }
    }

    private void add(Round round, int agency) {
        String code = LEVEL_1.code(agency).value();
        for (Obligation obligation : Obligation.values()) {
            String label = FigureSeries.label(obligation);
            for (Outcome outcome : Outcome.values()) {
                if (outcome != Outcome.NONE) {
                    series.add(
                            FigureMetric.AGENCY_OBLIGATIONS,
                            round.tally().obligations(agency, obligation, outcome),
                            code,
                            label,
                            FigureSeries.label(outcome));
                }
            }
            if (round.dueSoon().isPresent()) {
                series.add(FigureMetric.AGENCY_DUE_SOON, round.dueSoon().get().count(agency, obligation), code, label);
            }
        }
        if (!round.silence().isEmpty() && round.silence().get(agency) != Silence.LEARNING) {
            series.add(FigureMetric.AGENCY_SILENT, round.silence().get(agency) == Silence.SILENT, code);
        }
    }

    /** Adds what follows from lateness. */
    void add(ResponseFigures response) {
        OverdueFigures overdue = response.overdue();
        for (int agency = 0; agency < LEVEL_1.size(); agency++) {
            String code = LEVEL_1.code(agency).value();
            series.add(FigureMetric.AGENCY_CLOCK_DOUBTFUL, overdue.clockDoubtful(agency), code);
            for (Obligation obligation : Obligation.values()) {
                for (OverdueAsKnown known : OverdueAsKnown.values()) {
                    series.add(
                            FigureMetric.AGENCY_OVERDUE,
                            overdue.count(agency, obligation, known),
                            code,
                            FigureSeries.label(obligation),
                            FigureSeries.label(known));
                }
            }
        }
        for (Obligation obligation : Obligation.values()) {
            int i = obligation.ordinal();
            long onTime = response.tally().obligations(Outcome.ON_TIME)[i];
            long late = response.tally().obligations(Outcome.LATE)[i];
            addShare(obligation, "all", onTime, onTime + late + overdue.confirmed(obligation));
        }
        response.duties().ifPresent(this::add);
    }

    private void add(DutyCounts duties) {
        for (Obligation obligation : Obligation.values()) {
            int i = obligation.ordinal();
            String label = FigureSeries.label(obligation);
            series.add(FigureMetric.DUTIES, duties.onTime()[i], label, "on_time");
            series.add(FigureMetric.DUTIES, duties.late()[i], label, "late");
            series.add(FigureMetric.DUTIES, duties.overdue()[i], label, "overdue");
        }
        series.add(FigureMetric.DUTY_REVISIONS, duties.revisions());
    }

    /** Of nothing there is no share. */
    private void addShare(Obligation obligation, String counted, long onTime, long of) {
        if (of > 0) {
            series.add(FigureMetric.ON_TIME_RATIO, (double) onTime / of, FigureSeries.label(obligation), counted);
        }
    }
}
