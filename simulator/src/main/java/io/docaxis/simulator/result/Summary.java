package io.docaxis.simulator.result;

import io.docaxis.common.agency.Tier;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.simulator.report.Wording;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A run on one screen, as plain text. */
public final class Summary {

    private static final int MOST_LATE = 10;
    private static final int DAY_S = 86_400;
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.ON_TIME, Outcome.LATE, Outcome.OVERDUE, Outcome.OPEN, Outcome.VOIDED);

    private final RunReport report;
    private final TallyFigures figures;
    private final StringBuilder text = new StringBuilder();

    private Summary(RunReport report) {
        this.report = report;
        this.figures = report.figures();
    }

    /** The whole summary, verdict included; ends with a line feed. */
    public static String of(RunReport report) {
        Summary summary = new Summary(report);
        summary.run();
        if (report.isConsumed()) {
            summary.documents();
            summary.obligations();
            summary.mostLate();
            summary.observations();
            summary.disturbances();
        } else {
            summary.line("");
            summary.line("what was concluded is not known: the consumers have not published every partition yet");
            summary.line("");
        }
        summary.text.append(VerdictText.of(report));
        summary.cost();
        return summary.text.toString();
    }

    private void run() {
        if (!report.isNamed()) {
            line("a run that neither ledger nor tally name");
            return;
        }
        var about = report.about();
        line(
                "%s, seed %d, %s to %s",
                about.getScenario(),
                about.getSeed(),
                instant(about.getStartsAt(), about.getStartsAt()),
                instant(about.getEndsAt(), about.getEndsAt() - 1));
    }

    /** A date where it is midnight: that of an instant of that day. */
    private String instant(long epochSecond, long ofThatDay) {
        boolean midnight = Math.floorMod(epochSecond + report.utcOffsetS(), DAY_S) == 0;
        return midnight
                ? Wording.date(ofThatDay, report.utcOffsetS()).toString()
                : Wording.instant(epochSecond, report.utcOffsetS());
    }

    private void documents() {
        line("");
        line("%-18s%14s%14s%14s", "documents", "sent", "received", "total");
        for (Tier tier : Tier.values()) {
            documents(Wording.words(tier), figures.sent(tier), figures.received(tier));
        }
        documents("total", figures.sent(), figures.received());
    }

    private void documents(String name, long sent, long received) {
        line(
                "  %-16s%14s%14s%14s",
                name, Wording.number(sent), Wording.number(received), Wording.number(sent + received));
    }

    private void obligations() {
        line("");
        line("%-18s%11s%11s%11s%11s%11s  %s", "obligations", "on time", "late", "overdue", "open", "voided", "late by");
        for (Obligation obligation : Obligation.values()) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-16s", Wording.words(obligation)));
            for (Outcome outcome : OUTCOMES) {
                row.append(String.format(Locale.ROOT, "%11s", Wording.number(figures.count(obligation, outcome))));
            }
            boolean late = figures.count(obligation, Outcome.LATE) > 0;
            row.append("  ").append(late ? Wording.duration(figures.meanLatenessS(obligation)) + " on average" : "–");
            line("%s", row);
        }
    }

    private void mostLate() {
        List<TallyFigures.Punctuality> agencies = figures.mostLate(MOST_LATE);
        if (agencies.isEmpty()) {
            return;
        }
        line("");
        line("%-46s%17s%11s%9s", "most late", "late or overdue", "of", "share");
        for (TallyFigures.Punctuality agency : agencies) {
            line(
                    "  %-5s%-39s%17s%11s%9s",
                    Wording.agency(report.agencies(), agency.number()),
                    shortened(report.agencies().name(agency.number()), 38),
                    Wording.number(agency.late()),
                    Wording.number(agency.due()),
                    Wording.percent(agency.late(), agency.due()));
        }
    }

    private void observations() {
        line("");
        line(
                "refused %s · recalled %s · settled %s of %s dispatches",
                count(Counter.REFUSED),
                count(Counter.RECALLED),
                count(Counter.SETTLED),
                Wording.number(figures.received()));
        line(
                "events: applied %s · duplicate %s · repeated %s · too late %s · unmatched %s · rejected %s · unreadable %s",
                count(Counter.APPLIED),
                count(Counter.DUPLICATE),
                count(Counter.REPEATED),
                count(Counter.TOO_LATE),
                count(Counter.UNMATCHED),
                Wording.number(figures.countAll("rejected_")),
                Wording.number(figures.countAll("dead_letter_")));
        line("");
    }

    private void disturbances() {
        String block = DisturbanceText.of(report);
        if (!block.isEmpty()) {
            text.append(block);
            line("");
        }
    }

    private void cost() {
        RunCost cost = report.cost();
        OptionalLong rate = cost.perSecond(report.eventsJudged());
        StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "%.1f s", cost.elapsedMs() / 1000.0));
        rate.ifPresent(perSecond ->
                words.append(" · ").append(Wording.number(perSecond)).append(" events/s"));
        Wording.behindSchedule(cost.mostBehindMs())
                .ifPresent(behind -> words.append(" · up to ").append(behind));
        words.append(" · peak memory ")
                .append(
                        cost.peakRssBytes().isPresent()
                                ? Wording.mebibytes(cost.peakRssBytes().getAsLong())
                                : "unknown");
        line("%s", words);
    }

    private String count(Counter counter) {
        return Wording.number(figures.count(counter));
    }

    private static String shortened(String name, int atMost) {
        return name.length() <= atMost ? name : name.substring(0, atMost - 1) + "…";
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
