package io.docaxis.simulator.result;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.verdict.Compared;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code result.json}; {@code docs/results.md} documents its fields. What is unknown is null, never 0. */
final class ResultJson {

    private final RunReport report;
    private final ObjectNode root = JsonReport.object();

    private ResultJson(RunReport report) {
        this.report = report;
    }

    static String of(RunReport report, Versions versions, Machine machine) {
        ResultJson json = new ResultJson(report);
        json.run();
        json.events();
        json.obligations();
        json.verdict();
        json.cost();
        report.clients().write(json.root.putObject("clients"));
        JsonReport.surroundings(json.root, versions, machine);
        return JsonReport.text(json.root);
    }

    private void run() {
        boolean named = report.isNamed();
        root.put("scenario", named ? report.about().getScenario() : null);
        root.put("seed", named ? Long.valueOf(report.about().getSeed()) : null);
        root.put("run", named ? report.about().getRunId() : null);
        long beginAt = report.about().getBeginAt();
        root.put("begin_at", beginAt == 0 ? null : Wording.instant(beginAt, report.utcOffsetS()));
    }

    private void events() {
        TallyFigures figures = report.figures();
        root.put("documents_sent", found(figures.sent()));
        root.put("documents_received", found(figures.received()));
        JsonReport.put(root, "events_sent", report.eventsSent());
        root.put("events_applied", found(figures.count(Counter.APPLIED)));
        root.put("duplicates", found(figures.count(Counter.DUPLICATE)));
        root.put("dead_letters", found(figures.countAll("dead_letter_")));
        ObjectNode counters = root.putObject("counters");
        for (Counter counter : Counter.values()) {
            if (counter.kind() != Counter.Kind.PLANTED) {
                counters.put(counter.label(), found(figures.count(counter)));
            }
        }
        disturbances(root.putObject("disturbances"));
    }

    private void disturbances(ObjectNode node) {
        ObjectNode planted = node.putObject("planted");
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.PLANTED) {
                planted.put(
                        DisturbanceText.disturbance(counter).replace(' ', '_'),
                        planned(report.ledger().tally().count(counter)));
            }
        }
        ObjectNode traces = node.putObject("traces");
        report.traces()
                .forEach(trace -> traces.putObject(Wording.label(trace.counter()))
                        .put("planted", planned(trace.planted()))
                        .put("detected", found(trace.detected()))
                        .put("same_ones", report.isCompared() ? Boolean.valueOf(trace.sameOnes()) : null));
    }

    private void obligations() {
        TallyFigures figures = report.figures();
        ObjectNode obligations = root.putObject("obligations");
        for (Obligation obligation : Obligation.values()) {
            ObjectNode outcomes = obligations.putObject(Wording.label(obligation));
            for (Outcome outcome : Outcome.values()) {
                if (outcome != Outcome.NONE) {
                    outcomes.put(Wording.label(outcome), found(figures.count(obligation, outcome)));
                }
            }
        }
    }

    private void verdict() {
        Verdict verdict = report.verdict();
        root.put("verdict", verdict.finding().label());
        compared(verdict.compared());
        ObjectNode differences = root.putObject("differences");
        if (report.isCompared() || report.wereSendsLost()) {
            differences.put("cells", verdict.cells().size());
            CellsJson.write(differences.putArray("named_cells"), verdict.cells(), report.agencies());
            ArrayNode obligations = differences.putArray("obligations");
            verdict.obligations().forEach(difference -> difference(obligations.addObject(), difference));
            differences.put("more", verdict.more());
        } else {
            differences
                    .putNull("cells")
                    .putNull("named_cells")
                    .putNull("obligations")
                    .putNull("more");
        }
        verdict.gaps().forEach(differences.putArray("gaps")::add);
        verdict.imbalances().forEach(differences.putArray("imbalances")::add);
    }

    private void compared(Compared compared) {
        if (!report.isCompared()) {
            root.putNull("compared");
            return;
        }
        root.putObject("compared")
                .put("cells", compared.cells())
                .put("obligations", compared.obligations())
                .put("documents", compared.documents())
                .put("dispatches", compared.dispatches())
                .put("records", compared.records());
    }

    private void difference(ObjectNode node, ObligationDifference difference) {
        ObligationId id = difference.either();
        node.put("kind", Wording.label(difference.kind()));
        node.put("thread", id.thread());
        node.put("document", id.document());
        if (id.receiver() == ObligationId.NO_RECEIVER) {
            node.putNull("receiver");
        } else {
            node.put("receiver", agency(id.receiver()));
        }
        node.put("obligation", Wording.label(id.obligation()));
        state(node, "expected", difference.expected());
        state(node, "found", difference.found());
    }

    private void state(ObjectNode node, String name, ObligationId id) {
        if (id == null) {
            node.putNull(name);
            return;
        }
        node.putObject(name)
                .put("outcome", Wording.label(id.outcome()))
                .put("debtor", agency(id.debtor()))
                .put("deadline", Wording.instant(id.deadline(), report.utcOffsetS()))
                .put("late_by_seconds", id.latenessS());
    }

    private void cost() {
        RunCost cost = report.cost();
        root.put("seconds", cost.elapsedMs() / 1000.0);
        JsonReport.put(root, "events_per_second", cost.perSecond(report.eventsJudged()));
        root.put(
                "behind_schedule_seconds",
                cost.mostBehindMs().isPresent()
                        ? Double.valueOf(cost.mostBehindMs().getAsLong() / 1000.0)
                        : null);
        JsonReport.put(root, "peak_rss_bytes", cost.peakRssBytes());
    }

    /** A figure of the tally, or null where it is not known. */
    private Long found(long figure) {
        return report.isConsumed() ? Long.valueOf(figure) : null;
    }

    /** A figure of the ledger, or null where it is not known. */
    private Long planned(long figure) {
        return report.isLedgerFinal() ? Long.valueOf(figure) : null;
    }

    private String agency(int number) {
        return Wording.agency(report.agencies(), number);
    }
}
