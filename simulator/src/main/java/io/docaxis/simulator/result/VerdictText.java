package io.docaxis.simulator.result;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.verdict.CellContent;
import io.docaxis.simulator.verdict.CellDifference;
import io.docaxis.simulator.verdict.Compared;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;
import java.util.List;

/** The verdict in words: what was compared, and by name what disagrees. */
public final class VerdictText {

    /** Lines of one sort that fit on one screen; {@code result.json} has them all. */
    private static final int MOST_LINES = 12;

    private final AgencyCatalogue agencies;
    private final int utcOffsetS;
    private final StringBuilder text = new StringBuilder();

    private VerdictText(AgencyCatalogue agencies, int utcOffsetS) {
        this.agencies = agencies;
        this.utcOffsetS = utcOffsetS;
    }

    /** What a verdict rests on, a line each: what differs or is missing; what was compared, if it is exact. */
    public static List<String> reasons(RunReport report) {
        return of(report).lines().skip(1).map(String::strip).toList();
    }

    static String of(RunReport report) {
        VerdictText words = new VerdictText(report.agencies(), report.utcOffsetS());
        words.verdict(report);
        return words.text.toString();
    }

    private void verdict(RunReport report) {
        Verdict verdict = report.verdict();
        Compared compared = verdict.compared();
        line("verdict: " + verdict.finding().label());
        switch (verdict.finding()) {
            case EXACT -> {
                line("  compared by count, fingerprint and lateness: " + Wording.number(compared.cells()) + " cells of "
                        + Wording.number(compared.obligations()) + " obligations,");
                line("  " + Wording.number(compared.documents()) + " documents, "
                        + Wording.number(compared.dispatches()) + " dispatches and "
                        + Wording.number(compared.records()) + " records; the books balance");
            }
            case DIFFERS -> {
                differences(verdict);
                books(verdict);
            }
            case INCOMPLETE -> {
                list(verdict.gaps());
                if (report.wereSendsLost() && (!verdict.cells().isEmpty() || verdict.more())) {
                    differences(verdict);
                }
                books(verdict);
            }
        }
    }

    private void differences(Verdict verdict) {
        String cells = "  " + Wording.number(verdict.cells().size()) + " of "
                + Wording.number(verdict.compared().cells()) + " cells differ";
        if (verdict.obligations().isEmpty() && !verdict.more()) {
            line(cells + ", in no obligation:");
            list(verdict.cells().stream().map(this::cell).toList());
            return;
        }
        line(cells + "; the obligations that do:");
        list(verdict.obligations().stream().map(this::obligation).toList());
        if (verdict.more()) {
            line("    and more than can be named");
        }
    }

    private void books(Verdict verdict) {
        if (!verdict.imbalances().isEmpty()) {
            line("  books that do not balance:");
            list(verdict.imbalances());
        }
    }

    private void list(List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(each -> line("    " + each));
        if (lines.size() > MOST_LINES) {
            line("    and " + Wording.number(lines.size() - MOST_LINES) + " more (all of them: --results DIR)");
        }
    }

    /** A difference in one line. */
    private String obligation(ObligationDifference difference) {
        String where = name(difference.either());
        return switch (difference.kind()) {
            case MISSING -> "missing: " + where + ", expected " + state(difference.expected());
            case EXTRA -> "extra: " + where + ", found " + state(difference.found());
            case CHANGED ->
                "changed: " + where + ", expected " + state(difference.expected()) + ", found "
                        + state(difference.found());
        };
    }

    private String name(ObligationId id) {
        String duty = Wording.words(id.obligation()) + " of thread " + id.thread() + " document " + id.document();
        return id.receiver() == ObligationId.NO_RECEIVER ? duty : duty + " to " + agency(id.receiver());
    }

    private String state(ObligationId id) {
        String state = Wording.words(id.outcome());
        if (id.outcome() == Outcome.LATE) {
            state += " by " + Wording.duration(id.latenessS());
        }
        return state + " (" + agency(id.debtor()) + ", due " + Wording.instant(id.deadline(), utcOffsetS) + ")";
    }

    private String cell(CellDifference cell) {
        return CellName.of(cell.key(), agencies) + ": " + difference(cell);
    }

    private static String difference(CellDifference cell) {
        CellContent expected = cell.expected();
        CellContent found = cell.found();
        if (expected.count() != found.count()) {
            return "expected " + Wording.number(expected.count()) + ", found " + Wording.number(found.count());
        }
        String asMany = Wording.number(found.count()) + " as expected, but ";
        if (!cell.sameObligations()) {
            return asMany + "not the same ones";
        }
        if (expected.latenessS() != found.latenessS()) {
            return asMany + "late by " + Wording.duration(found.latenessS()) + " in all, expected "
                    + Wording.duration(expected.latenessS());
        }
        int bucket = cell.firstOtherBucket();
        return asMany + Wording.number(found.inBucket(bucket)) + " late by " + Wording.bucket(bucket) + ", expected "
                + Wording.number(expected.inBucket(bucket));
    }

    private String agency(int number) {
        return Wording.agency(agencies, number);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
