package io.docaxis.simulator.bench;

import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Versions;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code bench.json}; {@code docs/bench.md} documents its fields. What is unknown is null, never 0. */
final class BenchJson {

    private final BenchResult result;
    private final ObjectNode root = JsonReport.object();

    private BenchJson(BenchResult result) {
        this.result = result;
    }

    static String of(BenchResult result, List<String> doubts, String measuredAt, Versions versions, Machine machine) {
        BenchJson json = new BenchJson(result);
        json.about(measuredAt);
        JsonReport.trust(json.root, doubts);
        result.clients().write(json.root.putObject("clients"));
        json.figures();
        JsonReport.targets(json.root, result.targets());
        ArrayNode laps = json.root.putArray("laps");
        result.laps().forEach(lap -> lap(laps.addObject(), lap));
        JsonReport.surroundings(json.root, versions, machine);
        return JsonReport.text(json.root);
    }

    private void about(String measuredAt) {
        root.put("measured_at", measuredAt);
        root.put("scenario", result.scenario());
        root.put("documents", result.documents());
        root.put("records", result.records());
        root.put("bytes_per_record", JsonReport.rounded(result.meanBytes()));
        root.put("rounds", result.rounds());
    }

    private void figures() {
        root.put("pipeline_to_raw", JsonReport.rounded(result.pipelineToRaw().median()));
        root.put(
                "pipeline_events_per_second",
                Math.round(result.perSecond(Leg.PIPELINE).median()));
        root.put("raw_events_per_second", Math.round(result.perSecond(Leg.RAW).median()));
        root.put(
                "producer_performance_events_per_second",
                Math.round(result.spread(Leg.TOOLS, Lap::sentPerSecond).median()));
        root.put("raw_to_producer_performance", JsonReport.rounded(result.rawToTool()));
        ObjectNode cpu = root.putObject("cpu_per_event");
        for (Leg leg : Leg.values()) {
            JsonReport.put(
                    cpu,
                    leg.label(),
                    OptionalDouble.of(
                            result.spread(leg, Lap::cpuMicrosPerRecord).median()));
        }
        JsonReport.put(root, "verification_share", result.verificationShare());
        spread(root.putObject("pipeline_to_raw_spread"), result.pipelineToRaw());
        for (Leg leg : Leg.values()) {
            ObjectNode node = root.putObject(leg.label());
            spread(node.putObject("events_per_second"), result.perSecond(leg));
            spread(node.putObject("sent_per_second"), result.spread(leg, Lap::sentPerSecond));
            ObjectNode cores = node.putObject("events_per_core_second");
            ObjectNode memory = node.putObject("peak_rss_bytes");
            for (String role : result.of(leg).get(0).usage().cpuSeconds().keySet()) {
                spread(cores.putObject(role), result.spread(leg, lap -> lap.perCoreSecond(role)));
                JsonReport.put(memory, role, peak(leg, role));
            }
        }
    }

    private OptionalLong peak(Leg leg, String role) {
        return result.of(leg).stream()
                .map(lap -> lap.usage().peakBytes().get(role))
                .filter(bytes -> bytes != null)
                .mapToLong(Long::longValue)
                .max();
    }

    private static void lap(ObjectNode node, Lap lap) {
        node.put("leg", lap.leg().label());
        node.put("round", lap.round());
        node.put("records", lap.records());
        node.put("seconds", JsonReport.rounded(lap.seconds()));
        node.put("send_seconds", JsonReport.rounded(lap.sendSeconds()));
        node.put("work_seconds", JsonReport.rounded(lap.workSeconds()));
        JsonReport.put(node, "others_share", lap.usage().others());
        ObjectNode cpu = node.putObject("cpu_seconds");
        lap.usage().cpuSeconds().forEach((role, seconds) -> cpu.put(role, JsonReport.rounded(seconds)));
        ObjectNode memory = node.putObject("peak_rss_bytes");
        lap.usage().peakBytes().forEach(memory::put);
    }

    private static void spread(ObjectNode node, Spread spread) {
        JsonReport.put(node, "median", OptionalDouble.of(spread.median()));
        JsonReport.put(node, "min", OptionalDouble.of(spread.min()));
        JsonReport.put(node, "max", OptionalDouble.of(spread.max()));
    }
}
