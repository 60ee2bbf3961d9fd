package io.docaxis.simulator.result;

import io.docaxis.common.tally.Counter;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.verdict.Trace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the channel did and what of it was detected, as a block of the summary; empty where it did nothing. */
final class DisturbanceText {

    private static final int WIDTH = 110;
    private static final String HEAD = "disturbances";
    private static final String COLUMN = "  %-32s%10s%10s";

    private final StringBuilder text = new StringBuilder();

    private DisturbanceText() {}

    static String of(RunReport report) {
        DisturbanceText block = new DisturbanceText();
        if (report.isLedgerFinal()) {
            block.planted(report);
            block.traces(report);
        }
        return block.text.toString();
    }

    private void planted(RunReport report) {
        StringBuilder line = new StringBuilder(HEAD);
        for (Counter counter : Counter.values()) {
            long count = counter.kind() == Counter.Kind.PLANTED
                    ? report.ledger().tally().count(counter)
                    : 0;
            if (count == 0) {
                continue;
            }
            String one = disturbance(counter) + " " + Wording.number(count);
            if (line.length() + one.length() + 3 > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(HEAD.length()));
            }
            line.append(line.toString().isBlank() || line.length() == HEAD.length() ? "  " : " · ")
                    .append(one);
        }
        if (line.length() > HEAD.length()) {
            text.append(line).append('\n');
        }
    }

    /** The key under which a scenario asks for a disturbance, in words. */
    static String disturbance(Counter planted) {
        return Wording.words(planted).substring("planted ".length());
    }

    private void traces(RunReport report) {
        List<Trace> traces = report.traces();
        if (traces.isEmpty()) {
            return;
        }
        String head = String.format(Locale.ROOT, "%-34s%10s%10s", "traces of disturbances", "planted", "detected");
        text.append(head);
        if (traces.size() > 1) {
            text.append(String.format(Locale.ROOT, COLUMN, "", "planted", "detected"));
        }
        text.append('\n');
        for (int i = 0; i < traces.size(); i += 2) {
            text.append(row(traces.get(i)));
            if (i + 1 < traces.size()) {
                text.append(row(traces.get(i + 1)));
            }
            text.append('\n');
        }
        if (report.isCompared()) {
            sameOnes(traces);
        }
    }

    private void sameOnes(List<Trace> traces) {
        String others = traces.stream()
                .filter(trace -> !trace.sameOnes())
                .map(trace -> Wording.words(trace.counter()))
                .collect(Collectors.joining(", "));
        text.append(
                others.isEmpty()
                        ? "  precision and recall 100 %: what was detected is what was planted\n"
                        : "  not the same ones: " + others + "\n");
    }

    private static String row(Trace trace) {
        return String.format(
                Locale.ROOT,
                COLUMN,
                Wording.words(trace.counter()),
                Wording.number(trace.planted()),
                Wording.number(trace.detected()));
    }
}
