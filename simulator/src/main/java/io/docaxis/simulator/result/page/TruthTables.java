package io.docaxis.simulator.result.page;

import static io.docaxis.simulator.result.page.JsonCells.each;
import static io.docaxis.simulator.result.page.JsonCells.instant;
import static io.docaxis.simulator.result.page.JsonCells.number;
import static io.docaxis.simulator.result.page.JsonCells.text;

import io.docaxis.simulator.report.Page;
import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was planted in a simulated run, and what was found of it. */
record TruthTables(Page page) {

    void add(JsonNode truth) {
        page.heading("Truth: what was planted, and what was found");
        if (truth.isMissingNode()) {
            page.note("unknown: the run has no ledger, or it was not read");
            return;
        }
        table(
                List.of("planted", "of", "from", "until"),
                each(truth.path("windows"))
                        .map(window -> List.of(
                                text(window.path("kind")),
                                whose(window),
                                instant(window.path("from")),
                                instant(window.path("until"))))
                        .toList());
        table(List.of("trace", "planted", "found"), traces(truth));
        table(
                List.of("found silent", "last report", "noticed at", "until", "planted"),
                each(truth.path("silences"))
                        .map(silence -> List.of(
                                text(silence.path("agency")),
                                instant(silence.path("from")),
                                instant(silence.path("seen_at")),
                                silence.path("until").isNull() ? "still" : instant(silence.path("until")),
                                planted(silence)))
                        .toList());
        table(
                List.of("found with a wrong clock", "on", "planted"),
                each(truth.path("clocks"))
                        .map(clock -> List.of(
                                text(clock.path("agency")),
                                each(clock.path("days")).map(JsonCells::text).collect(Collectors.joining(", ")),
                                planted(clock)))
                        .toList());
        page.note(
                "Windows planted: " + count(truth.path("windows")) + ". Found silent: " + count(truth.path("silences"))
                        + "; found with a wrong clock: " + count(truth.path("clocks")) + ". False alarms: "
                        + number(truth.path("false_alarms")) + ". Planted, over, and never noticed: "
                        + number(truth.path("missed")) + ".");
    }

    /** Nothing where there are no rows: the note below it counts. */
    private void table(List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            page.table(head, rows);
        }
    }

    /** Of what was planted, or found though it was not. */
    private static List<List<String>> traces(JsonNode truth) {
        List<List<String>> rows = new ArrayList<>();
        truth.path("planted").properties().forEach(planted -> {
            JsonNode found = truth.path("detected").path(planted.getKey());
            if (planted.getValue().asLong(1) != 0 || found.asLong(0) != 0) {
                rows.add(List.of(planted.getKey().replace('_', ' '), number(planted.getValue()), number(found)));
            }
        });
        return rows;
    }

    private static String count(JsonNode list) {
        return list.isArray() ? Wording.number(list.size()) : JsonCells.UNKNOWN;
    }

    private static String whose(JsonNode window) {
        if (window.path("agency").isString()) {
            return text(window.path("agency"));
        }
        if (window.path("tier").isString()) {
            return "tier " + JsonCells.words(window.path("tier"));
        }
        return window.path("source").isNumber() ? "source " + number(window.path("source")) : "all";
    }

    private static String planted(JsonNode found) {
        return found.path("window").isNumber() ? "yes" : "no: false alarm";
    }
}
