package io.docaxis.simulator.drill;

import io.docaxis.simulator.drill.AttemptResult.Observed;
import io.docaxis.simulator.report.Wording;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Drills in words: what happens, what came of it, and a table of all. */
public final class DrillText {

    private static final String ROW = "%-18s %5s %5s %10s %10s %10s %10s %10s   %s%n";

    private DrillText() {}

    /** Before an attempt. */
    public static String starting(Drill drill, long seed, int moment) {
        return drill.label() + ", seed " + seed + ": " + drill.story() + ", at " + moment + " % of all events\n";
    }

    /** After an attempt. */
    public static String ended(AttemptResult result) {
        StringBuilder text = new StringBuilder();
        result.observed().ifPresent(observed -> text.append(observed(observed)));
        text.append(result.finding()
                        .map(finding -> "  verdict: " + finding.label())
                        .orElse("  came to no end"))
                .append(" (")
                .append(Wording.duration((result.tookMs() + 500) / 1000))
                .append(")\n");
        result.account()
                .lines()
                .forEach(line -> text.append("    ").append(line).append('\n'));
        result.emptiness().ifPresent(why -> text.append("  void: ").append(why).append('\n'));
        return text.toString();
    }

    private static String observed(Observed observed) {
        Rework rework = observed.rework();
        String text = String.format(
                Locale.ROOT,
                "  %s, with %.1f %% of %s records applied%n  recovered in %s; %s records replayed, %s entries restored",
                observed.what(),
                observed.appliedPercent(),
                Wording.number(rework.records()),
                seconds(observed.recoveryMs()),
                Wording.number(rework.replayed()),
                Wording.number(rework.restored()));
        if (rework.resumed() + rework.resent() > 0) {
            text += "; " + Wording.number(rework.resumed()) + " found sent already, " + Wording.number(rework.resent())
                    + " sent again";
        }
        return text + "\n";
    }

    /** One line a drill: medians over its attempts that count. */
    public static String table(List<Drill> drills, List<AttemptResult> results, int seeds) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                ROW,
                "drill",
                "exact",
                "void",
                "applied",
                "recovery",
                "longest",
                "replayed",
                "restored",
                "verdict"));
        for (Drill drill : drills) {
            table.append(row(
                    drill,
                    results.stream().filter(result -> result.drill() == drill).toList(),
                    seeds));
        }
        return table.toString();
    }

    private static String row(Drill drill, List<AttemptResult> results, int seeds) {
        List<Observed> counted = results.stream()
                .filter(AttemptResult::isPassed)
                .flatMap(result -> result.observed().stream())
                .toList();
        long empty = results.stream()
                .filter(result -> result.emptiness().isPresent())
                .count();
        Score score = Score.of(List.of(drill), results, seeds);
        return String.format(
                Locale.ROOT,
                ROW,
                drill.label(),
                counted.size(),
                empty,
                counted.isEmpty()
                        ? "–"
                        : String.format(Locale.ROOT, "%.0f %%", median(counted, Observed::appliedPercent)),
                counted.isEmpty() ? "–" : seconds((long) median(counted, Observed::recoveryMs)),
                counted.isEmpty()
                        ? "–"
                        : seconds(counted.stream()
                                .mapToLong(Observed::recoveryMs)
                                .max()
                                .orElse(0)),
                counted.isEmpty()
                        ? "–"
                        : Wording.number(
                                (long) median(counted, each -> each.rework().replayed())),
                counted.isEmpty()
                        ? "–"
                        : Wording.number(
                                (long) median(counted, each -> each.rework().restored())),
                score == Score.PASSED ? "exact" : Wording.words(score));
    }

    private static double median(List<Observed> observed, ToDoubleFunction<Observed> figure) {
        double[] sorted = observed.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
    }
}
