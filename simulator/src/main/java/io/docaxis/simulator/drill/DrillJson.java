package io.docaxis.simulator.drill;

import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.verdict.Finding;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code drill.json}; {@code docs/drills.md} documents its fields. What is unknown is null, never 0. */
public final class DrillJson {

    private DrillJson() {}

    public static String of(List<AttemptResult> results, Score score, int seeds, long documents) {
        ObjectNode root = JsonReport.object();
        root.put("score", score.name().toLowerCase(Locale.ROOT));
        root.put("seeds", seeds);
        root.put("documents", documents);
        results.forEach(result -> attempt(root.withArray("attempts").addObject(), result));
        Versions versions = Versions.here();
        root.putObject("versions").put("docaxis", versions.docaxis()).put("kafka", versions.kafka());
        Machine machine = Machine.here();
        root.putObject("machine")
                .put("os", machine.os())
                .put("arch", machine.arch())
                .put("processors", machine.processors())
                .put("java", machine.java());
        return JsonReport.text(root);
    }

    private static void attempt(ObjectNode node, AttemptResult result) {
        node.put("drill", result.drill().label());
        node.put("seed", result.seed());
        node.put("moment_percent", result.moment());
        node.put("verdict", result.finding().map(Finding::label).orElse(null));
        node.put("void_because", result.emptiness().orElse(null));
        node.put("account", result.account().isEmpty() ? null : result.account());
        node.put("seconds", result.tookMs() / 1000.0);
        result.observed()
                .ifPresentOrElse(
                        observed -> observed(node.putObject("observed"), observed), () -> node.putNull("observed"));
    }

    private static void observed(ObjectNode node, AttemptResult.Observed observed) {
        node.put("fault", observed.what());
        node.put("applied_percent", observed.appliedPercent());
        node.put("recovery_seconds", observed.recoveryMs() / 1000.0);
        Rework rework = observed.rework();
        node.put("records", rework.records());
        node.put("records_replayed", rework.replayed());
        node.put("entries_restored", rework.restored());
        node.put("events_resumed", rework.resumed());
        node.put("events_resent", rework.resent());
    }
}
