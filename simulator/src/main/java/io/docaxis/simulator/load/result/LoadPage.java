package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.LoadVerdict;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A load as a page: what it comes to, then why, then everything else. */
final class LoadPage {

    private final LoadResult result;
    private final Page page;

    private LoadPage(LoadResult result) {
        this.result = result;
        page = new Page("docaxis load: " + result.asked().scenario());
    }

    static String of(LoadResult result) {
        LoadPage words = new LoadPage(result);
        words.top();
        words.charts();
        words.figures();
        words.settings();
        return words.page.html();
    }

    private void top() {
        page.verdict(LoadWords.verdict(result), result.verdict() == LoadVerdict.HELD);
        page.note(LoadWords.about(result) + "; started "
                + LoadJson.at(result.measured().stretch().startAtNs()).replaceAll("[.]\\d+", ""));
        page.warning(
                result.validity().allowed()
                        ? "Invalid, and allowed to be."
                        : "Invalid: these measurements say nothing, good or bad.",
                result.validity().reasons());
        page.table(
                List.of("requirement", "finding", "measured"),
                result.rulings().stream()
                        .map(ruling -> List.of(ruling.requirement(), LoadWords.finding(ruling), ruling.measured()))
                        .toList());
        page.note(LoadWords.proof(result));
        result.proof().reasons().forEach(page::note);
        result.end().breach().ifPresent(breach -> page.note("ended early, because this was broken: " + breach));
        page.warning("Doubts", result.validity().doubts());
    }

    private void charts() {
        LoadCharts charts = new LoadCharts(result);
        page.chart(charts.rates());
        charts.overTime(LatencyKind.PUBLISH, "Publish: intended to acknowledged, over time")
                .ifPresent(page::chart);
        charts.overTime(LatencyKind.E2E, "End to end: intended to applied, over time")
                .ifPresent(page::chart);
        charts.spectrum().ifPresent(page::chart);
        charts.lag().ifPresent(page::chart);
        charts.processors().forEach(page::chart);
    }

    private void figures() {
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(LatencyRow.HEAD);
        page.heading("Latency, from the intended instant");
        page.table(
                head,
                LatencyRow.all(result.measured()).stream().map(LoadPage::cells).toList());
        LatencyRow.notes(result.measured()).forEach(page::note);
        page.heading("Rates in the measured part");
        page.table(
                List.of("", "events/s", "of intended"),
                List.of(EventCount.values()).stream()
                        .map(what -> List.of(
                                what == EventCount.DUE ? "intended" : what.label(),
                                LoadWords.rate(result.measured(), what),
                                LoadWords.share(result.measured(), what)))
                        .toList());
        page.heading("Events, warm-up included");
        LoadWords.books(result.books()).forEach(page::note);
        LoadWords.delivery(result).forEach(page::note);
        page.heading("What the parts used");
        LoadWords.usage(result).forEach(page::note);
    }

    private static List<String> cells(LatencyRow row) {
        // browsers show no spaces at the beginning, but these
        List<String> cells = new ArrayList<>(List.of(row.name().replace("  ", "\u2003")));
        cells.addAll(row.cells());
        return cells;
    }

    private void settings() {
        page.heading("Settings");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("scenario", result.asked().scenario()));
        rows.add(List.of("seed", Long.toString(result.asked().seed())));
        rows.add(List.of("run", result.asked().run()));
        for (Map.Entry<String, String> setting : result.asked().settings().entrySet()) {
            rows.add(List.of(setting.getKey(), setting.getValue()));
        }
        page.table(List.of("setting", "value"), rows);
        page.heading("Machine");
        LoadPlace place = result.place();
        for (Machine machine : place.machines()) {
            page.note(place.versions().on(machine));
        }
        page.note(place.clients().words());
    }
}
