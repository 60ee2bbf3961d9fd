package io.docaxis.simulator.bench.lag;

import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Page;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.Versions;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a session: words, and files. {@code docs/bench.md} documents the fields of the JSON. */
public record LagReport(LagResult result, String measuredAt) {

    public boolean isTrusted() {
        return result.doubts().isEmpty();
    }

    public String text() {
        return LagText.of(result, Versions.here(), Machine.here());
    }

    /** Writes {@code lag.json}, {@code lag.html} and {@code lag.txt}. */
    public void write(ResultDirectory directory) {
        directory.write(Map.of("lag.json", json(), "lag.html", page(), "lag.txt", text()));
    }

    private String json() {
        ObjectNode root = JsonReport.object();
        root.put("measured_at", measuredAt);
        root.put("days", result.days());
        root.put("seed", result.seed());
        JsonReport.trust(root, result.doubts());
        ArrayNode logs = root.putArray("logs");
        result.logs().forEach(log -> log(logs.addObject(), log));
        ObjectNode cost = root.putObject("cost");
        cost.put("groups", result.cost().groups());
        cost.put("partitions", result.cost().partitions());
        JsonReport.put(
                cost,
                "round_seconds",
                OptionalDouble.of(result.cost().roundSeconds().median()));
        cost.put("history_bytes", result.cost().bytes());
        JsonReport.put(cost, "others_share", result.usage().others());
        JsonReport.targets(root, result.targets());
        JsonReport.surroundings(root, Versions.here(), Machine.here());
        return JsonReport.text(root);
    }

    private static void log(ObjectNode node, LagFigures log) {
        node.put("log", log.traffic().words());
        node.put("intervals", log.intervals());
        node.put("outside", log.outside());
        node.put("open", log.open());
        put(node, "width_seconds", log.widthsS().median());
        put(node, "width_by_age", log.widthShares().median());
        put(node, "upper_error_seconds", log.upperErrorsS().median());
        put(node, "upper_error_most_seconds", log.upperErrorsS().most());
        ArrayNode estimates = node.putArray("estimates");
        for (Estimate estimate : Estimate.values()) {
            ObjectNode each = estimates.addObject();
            each.put("estimate", estimate.words());
            put(each, "error_seconds", log.errorsS(estimate).median());
            put(each, "error_most_seconds", log.errorsS(estimate).most());
            each.put("unanswered", log.unanswered(estimate));
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        JsonReport.put(node, name, OptionalDouble.of(value));
    }

    private String page() {
        return new Page("docaxis bench lag")
                .note(Versions.here().on(Machine.here()) + "; measured " + measuredAt)
                .doubts(result.doubts())
                .heading("Intervals")
                .table(
                        LagText.INTERVAL_HEAD,
                        result.logs().stream().map(LagText::interval).toList())
                .heading("Errors of estimates: median / most (without an answer)")
                .table(
                        LagText.ELSEWHERE_HEAD,
                        result.logs().stream().map(LagText::elsewhere).toList())
                .targets(result.targets())
                .html();
    }
}
