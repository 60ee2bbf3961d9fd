package io.docaxis.simulator.result.page;

import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.VerdictText;
import io.docaxis.simulator.verdict.Finding;
import java.util.List;

/**
 * Which run it was, and what it comes to.
 *
 * @param good whether the verdict is exact
 * @param reasons what the verdict rests on, a line each
 */
public record Headline(String title, String about, String verdict, boolean good, List<String> reasons) {

    public Headline {
        reasons = List.copyOf(reasons);
    }

    public static Headline of(RunReport report) {
        boolean named = report.isNamed();
        return new Headline(
                named ? "docaxis run: " + report.about().getScenario() : "docaxis run",
                named
                        ? "Seed " + report.about().getSeed() + ", "
                                + Wording.instant(report.about().getStartsAt(), report.utcOffsetS()) + " to "
                                + Wording.instant(report.about().getEndsAt(), report.utcOffsetS())
                                + " of simulated time."
                        : "Neither ledger nor tally name the run.",
                "Verdict: " + report.verdict().finding().label(),
                report.verdict().finding() == Finding.EXACT,
                VerdictText.reasons(report));
    }
}
