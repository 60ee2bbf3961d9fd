package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Ruling;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.report.Machine;
import java.util.List;
import java.util.Locale;

/** A load in words and figures, as the screen shows it: 80 columns. */
final class LoadText {

    private static final int WIDTH = 80;

    private final LoadResult result;
    private final StringBuilder text = new StringBuilder();

    private LoadText(LoadResult result) {
        this.result = result;
    }

    static String of(LoadResult result) {
        LoadText words = new LoadText(result);
        words.wrapped("", LoadWords.about(result));
        words.rates();
        words.latencies();
        words.section("events", LoadWords.books(result.books()));
        words.section("consumer", LoadWords.delivery(result));
        words.section("machine", LoadWords.usage(result));
        words.surroundings();
        words.requirements();
        words.validity();
        words.verdict();
        return words.text.toString();
    }

    private void rates() {
        line("");
        line("%-30s%14s%14s", "measured part", "events/s", "of intended");
        for (EventCount what : EventCount.values()) {
            if (what == EventCount.FAILED) {
                continue;
            }
            String name = what == EventCount.DUE ? "intended" : what.label();
            line(
                    "  %-28s%14s%14s",
                    name,
                    LoadWords.rate(result.measured(), what),
                    what == EventCount.DUE ? "" : LoadWords.share(result.measured(), what));
        }
    }

    private void latencies() {
        List<LatencyRow> rows = LatencyRow.all(result.measured());
        line("");
        if (rows.isEmpty()) {
            line("latency: nothing was measured");
            return;
        }
        line("%-26s%9s%9s%9s%9s%9s%9s", row("latency, from intended", LatencyRow.HEAD));
        rows.forEach(row -> line("%-26s%9s%9s%9s%9s%9s%9s", row("  " + row.name(), row.cells())));
        LatencyRow.notes(result.measured()).forEach(note -> wrapped("  ", note));
    }

    private static Object[] row(String name, List<String> cells) {
        Object[] row = new Object[cells.size() + 1];
        row[0] = name;
        for (int i = 0; i < cells.size(); i++) {
            row[i + 1] = cells.get(i);
        }
        return row;
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            line("");
            line("%s", heading);
            lines.forEach(each -> wrapped("  ", each));
        }
    }

    private void surroundings() {
        LoadPlace place = result.place();
        line("");
        for (Machine machine : place.machines()) {
            wrapped("", place.versions().on(machine));
        }
        wrapped("", place.clients().words());
    }

    private void requirements() {
        line("");
        line("requirements");
        for (Ruling ruling : result.rulings()) {
            line("  %-9s%-34s%s", LoadWords.finding(ruling), ruling.requirement(), LoadWords.measured(ruling));
        }
    }

    private void validity() {
        section(
                result.validity().allowed() ? "invalid, and allowed:" : "INVALID, because",
                result.validity().reasons());
        section("doubts", result.validity().doubts());
    }

    private void verdict() {
        line("");
        wrapped("", LoadWords.proof(result));
        result.proof().reasons().forEach(reason -> wrapped("  ", reason));
        result.end().breach().ifPresent(breach -> wrapped("", "ended early, because this was broken: " + breach));
        wrapped("", "verdict: " + LoadWords.verdict(result));
    }

    /** Lines after the first one are indented further. */
    private void wrapped(String indent, String words) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.split("\\s+")) {
            if (line.length() + 1 + word.length() > WIDTH && !line.toString().isBlank()) {
                line("%s", line);
                line = new StringBuilder(indent).append("  ");
            }
            if (!line.toString().isBlank()) {
                line.append(' ');
            }
            line.append(word);
        }
        line("%s", line);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
