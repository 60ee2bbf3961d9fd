package io.docaxis.simulator.result;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.agency.Tier;
import io.docaxis.common.event.DocumentType;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.CellKey;
import io.docaxis.common.tally.Counter;
import io.docaxis.simulator.report.Wording;
import java.time.LocalDate;

/** What a cell is called, on the screen and in files alike. */
final class CellName {

    private CellName() {}

    static String of(long key, AgencyCatalogue agencies) {
        int x = CellKey.x(key);
        int y = CellKey.y(key);
        return switch (CellKey.rollup(key)) {
            case PROOF -> duty(key) + ", " + below(agencies, x) + ", " + Wording.month(y);
            case AGENCY -> duty(key) + ", " + Wording.agency(agencies, x);
            case KIND -> duty(key) + ", " + DocumentType.of(x) + " " + Wording.words(Urgency.of(y));
            case DAY -> duty(key) + ", " + LocalDate.ofEpochDay(x);
            case DOCUMENTS -> "documents from " + below(agencies, x) + ", " + tierAndMonth(y);
            case DISPATCHES -> "dispatches to " + below(agencies, x) + ", " + tierAndMonth(y);
            case COUNTERS -> Wording.words(Counter.of(x));
            case DUE -> duty(key) + ", " + below(agencies, x) + ", due in the hour from " + Wording.hour(y);
            case REPORTS -> "reports, " + Wording.words(CellKey.reportKind(key)) + ", " + LocalDate.ofEpochDay(y);
        };
    }

    private static String duty(long key) {
        return Wording.words(CellKey.obligation(key)) + " " + Wording.words(CellKey.outcome(key));
    }

    private static String below(AgencyCatalogue agencies, int agency) {
        return Wording.agency(agencies, agency) + " and below";
    }

    private static String tierAndMonth(int y) {
        return Wording.words(Tier.of(y & 7)) + ", " + Wording.month(y >>> 3);
    }
}
