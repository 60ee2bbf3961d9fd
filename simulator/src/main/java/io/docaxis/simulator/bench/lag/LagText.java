package io.docaxis.simulator.bench.lag;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A session in words and figures, and its tables. */
final class LagText {

    static final List<String> INTERVAL_HEAD = List.of(
            "log",
            "intervals",
            "outside",
            "open",
            "record read: width, median",
            "÷ age, median",
            "not read: above truth, median",
            "most");
    static final List<String> ELSEWHERE_HEAD = Stream.concat(
                    Stream.of("log", "docaxis, record not read"),
                    Arrays.stream(Estimate.values()).map(Estimate::words))
            .toList();

    private LagText() {}

    static String of(LagResult result, Versions versions, Machine machine) {
        List<String> lines = new ArrayList<>();
        lines.add("\nintervals from looks every " + LagPlay.INTERVAL_MS / 1000 + " s over " + result.days() + " days");
        table(
                lines,
                INTERVAL_HEAD,
                result.logs().stream().map(LagText::interval).toList());
        lines.add("\nerrors of estimates: median / most (without an answer)");
        table(
                lines,
                ELSEWHERE_HEAD,
                result.logs().stream().map(LagText::elsewhere).toList());
        LagCost cost = result.cost();
        lines.add(String.format(
                Locale.ROOT,
                "\n%d groups × %d partitions: %.1f ms a round (%.1f to %.1f), %s",
                cost.groups(),
                cost.partitions(),
                1000 * cost.roundSeconds().median(),
                1000 * cost.roundSeconds().min(),
                1000 * cost.roundSeconds().max(),
                Wording.mebibytes(cost.bytes())));
        lines.add("\n" + Target.table(result.targets()));
        lines.add(versions.on(machine));
        if (!result.doubts().isEmpty()) {
            lines.add("\nDON'T TRUST THE TIMES:");
            result.doubts().forEach(doubt -> lines.add("  " + doubt));
        }
        return String.join("\n", lines) + "\n";
    }

    static List<String> interval(LagFigures log) {
        return List.of(
                log.traffic().words(),
                Wording.number(log.intervals()),
                Wording.number(log.outside()),
                Wording.number(log.open()),
                duration(log.widthsS().median()),
                String.format(Locale.ROOT, "%.2f", log.widthShares().median()),
                duration(log.upperErrorsS().median()),
                duration(log.upperErrorsS().most()));
    }

    static List<String> elsewhere(LagFigures log) {
        List<String> row = new ArrayList<>();
        row.add(log.traffic().words());
        row.add(errors(log.upperErrorsS()));
        for (Estimate estimate : Estimate.values()) {
            long asked = log.intervals() / 2;
            long none = log.unanswered(estimate);
            row.add(
                    none == asked
                            ? "no answer"
                            : errors(log.errorsS(estimate))
                                    + (none == 0
                                            ? ""
                                            : String.format(Locale.ROOT, " (%.0f %%)", 100.0 * none / asked)));
        }
        return row;
    }

    private static String errors(LagFigures.Values values) {
        return duration(values.median()) + " / " + duration(values.most());
    }

    private static String duration(double seconds) {
        return Double.isNaN(seconds) ? "–" : Wording.duration(Math.round(seconds));
    }

    private static void table(List<String> lines, List<String> head, List<List<String>> rows) {
        int[] widths = new int[head.size()];
        Stream.concat(Stream.of(head), rows.stream()).forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        Stream.concat(Stream.of(head), rows.stream()).forEach(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format(Locale.ROOT, "  %-" + widths[i] + "s", row.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        });
    }
}
