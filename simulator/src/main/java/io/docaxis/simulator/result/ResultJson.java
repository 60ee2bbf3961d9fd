package io.docaxis.simulator.result;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.simulator.verdict.Compared;
import io.docaxis.simulator.verdict.ObligationDifference;
import io.docaxis.simulator.verdict.Verdict;
import java.util.OptionalLong;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code result.json}; {@code docs/results.md} documents its fields. What is unknown is null, never 0. */
final class ResultJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Report report;
    private final ObjectNode root = MAPPER.createObjectNode();

    private ResultJson(Report report) {
        this.report = report;
    }

    static String of(Report report, Versions versions, Machine machine) {
        ResultJson json = new ResultJson(report);
        json.run();
        json.events();
        json.obligations();
        json.verdict();
        json.effort();
        report.clients().write(json.root.putObject("clients"));
        json.versions(versions);
        json.machine(machine);
        return MAPPER.writeValueAsString(json.root).replace("\r\n", "\n") + "\n";
    }

    private void run() {
        boolean named = report.isNamed();
        root.put("scenario", named ? report.about().getScenario() : null);
        root.put("seed", named ? Long.valueOf(report.about().getSeed()) : null);
        root.put("run", named ? report.about().getRunId() : null);
    }

    private void events() {
        Figures figures = report.figures();
        root.put("documents_sent", found(figures.sent()));
        root.put("documents_received", found(figures.received()));
        put(root, "events_sent", report.eventsSent());
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
                        told(report.ledger().tally().count(counter)));
            }
        }
        ObjectNode traces = node.putObject("traces");
        report.traces()
                .forEach(trace -> traces.putObject(Wording.label(trace.counter()))
                        .put("planted", told(trace.planted()))
                        .put("detected", found(trace.detected()))
                        .put("same_ones", report.isCompared() ? Boolean.valueOf(trace.sameOnes()) : null));
    }

    private void obligations() {
        Figures figures = report.figures();
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
        if (report.isCompared()) {
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

    private void effort() {
        Effort effort = report.effort();
        root.put("seconds", effort.elapsedMs() / 1000.0);
        put(root, "events_per_second", effort.perSecond(report.eventsJudged()));
        root.put(
                "behind_schedule_seconds",
                effort.mostBehindMs().isPresent()
                        ? Double.valueOf(effort.mostBehindMs().getAsLong() / 1000.0)
                        : null);
        put(root, "peak_rss_bytes", effort.peakRssBytes());
    }

    private void versions(Versions versions) {
        root.putObject("versions")
                .put("docaxis", versions.docaxis())
                .put("kafka", versions.kafka())
                .put("spring_boot", versions.springBoot());
    }

    private void machine(Machine machine) {
        ObjectNode node = root.putObject("machine");
        node.put("os", machine.os());
        node.put("arch", machine.arch());
        node.put("processors", machine.processors());
        put(node, "memory_bytes", machine.memoryBytes());
        node.put("java", machine.java());
    }

    private static void put(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    /** A figure of the tally, or null where it is not known. */
    private Long found(long figure) {
        return report.isConsumed() ? Long.valueOf(figure) : null;
    }

    /** A figure of the ledger, or null where it is not known. */
    private Long told(long figure) {
        return report.isTold() ? Long.valueOf(figure) : null;
    }

    private String agency(int number) {
        return Wording.agency(report.agencies(), number);
    }
}
