package io.docaxis.simulator.bench;

import io.docaxis.simulator.result.Machine;
import io.docaxis.simulator.result.Versions;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code bench.json}; {@code docs/bench.md} documents its fields. What is unknown is null, never 0. */
final class BenchJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final BenchResult result;
    private final ObjectNode root = MAPPER.createObjectNode();

    private BenchJson(BenchResult result) {
        this.result = result;
    }

    static String of(BenchResult result, List<String> doubts, String measuredAt, Versions versions, Machine machine) {
        BenchJson json = new BenchJson(result);
        json.about(measuredAt);
        json.trust(doubts);
        json.figures();
        targets(json.root, Targets.of(result));
        ArrayNode laps = json.root.putArray("laps");
        result.laps().forEach(lap -> lap(laps.addObject(), lap));
        surroundings(json.root, versions, machine);
        return text(json.root);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode node) {
        return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }

    private void about(String measuredAt) {
        root.put("measured_at", measuredAt);
        root.put("scenario", result.scenario());
        root.put("documents", result.documents());
        root.put("records", result.records());
        root.put("bytes_per_record", rounded(result.meanBytes()));
        root.put("rounds", result.rounds());
    }

    private void trust(List<String> doubts) {
        root.put("trusted", doubts.isEmpty());
        doubts.forEach(root.putArray("doubts")::add);
    }

    private void figures() {
        root.put("pipeline_to_raw", rounded(result.pipelineToRaw().median()));
        root.put(
                "pipeline_events_per_second",
                Math.round(result.perSecond(Leg.PIPELINE).median()));
        root.put("raw_events_per_second", Math.round(result.perSecond(Leg.RAW).median()));
        root.put(
                "producer_performance_events_per_second",
                Math.round(result.spread(Leg.TOOLS, Lap::sentPerSecond).median()));
        root.put("raw_to_producer_performance", rounded(result.rawToTool()));
        put(root, "verification_share", result.verificationShare());
        spread(root.putObject("pipeline_to_raw_spread"), result.pipelineToRaw());
        for (Leg leg : Leg.values()) {
            ObjectNode node = root.putObject(leg.label());
            spread(node.putObject("events_per_second"), result.perSecond(leg));
            spread(node.putObject("sent_per_second"), result.spread(leg, Lap::sentPerSecond));
            ObjectNode cores = node.putObject("events_per_core_second");
            ObjectNode memory = node.putObject("peak_rss_bytes");
            for (String role : result.of(leg).get(0).usage().cpuSeconds().keySet()) {
                spread(cores.putObject(role), result.spread(leg, lap -> lap.perCoreSecond(role)));
                put(memory, role, peak(leg, role));
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

    static void targets(ObjectNode root, List<Target> targets) {
        ArrayNode all = root.putArray("targets");
        for (Target target : targets) {
            ObjectNode node = all.addObject();
            node.put("measure", target.measure());
            node.put("unit", target.unit().name().toLowerCase(Locale.ROOT));
            node.put("must", target.must());
            node.put("reach_for", target.reach());
            put(node, "measured", target.measured());
            node.put("finding", target.finding());
        }
    }

    private static void lap(ObjectNode node, Lap lap) {
        node.put("leg", lap.leg().label());
        node.put("round", lap.round());
        node.put("records", lap.records());
        node.put("seconds", rounded(lap.seconds()));
        node.put("send_seconds", rounded(lap.sendSeconds()));
        node.put("work_seconds", rounded(lap.workSeconds()));
        put(node, "others_share", lap.usage().others());
        ObjectNode cpu = node.putObject("cpu_seconds");
        lap.usage().cpuSeconds().forEach((role, seconds) -> cpu.put(role, rounded(seconds)));
        ObjectNode memory = node.putObject("peak_rss_bytes");
        lap.usage().peakBytes().forEach(memory::put);
    }

    static void surroundings(ObjectNode root, Versions versions, Machine machine) {
        root.putObject("versions")
                .put("docaxis", versions.docaxis())
                .put("kafka", versions.kafka())
                .put("spring_boot", versions.springBoot());
        ObjectNode node = root.putObject("machine");
        node.put("os", machine.os());
        node.put("arch", machine.arch());
        node.put("processors", machine.processors());
        if (machine.memoryBytes().isPresent()) {
            node.put("memory_bytes", machine.memoryBytes().getAsLong());
        } else {
            node.putNull("memory_bytes");
        }
        node.put("java", machine.java());
    }

    private static void spread(ObjectNode node, Spread spread) {
        node.put("median", rounded(spread.median()));
        node.put("min", rounded(spread.min()));
        node.put("max", rounded(spread.max()));
    }

    static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, rounded(value.getAsDouble()));
        } else {
            node.putNull(name);
        }
    }

    static void put(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
