package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Proof;
import io.docaxis.simulator.load.judge.Requirements;
import io.docaxis.simulator.load.judge.Validity;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.HistogramLog;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.Measured;
import io.docaxis.simulator.load.measure.SecondFigures;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.Clients;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What {@link LoadJson} and {@link HistogramLog} wrote of a load, as a result again. */
final class ShardReader {

    private final JsonNode root;

    private ShardReader(JsonNode root) {
        this.root = root;
    }

    /** @throws RuntimeException of some kind if the texts are not what was written */
    static LoadResult read(JsonNode json, String latencies, String seconds) {
        if (!json.path("format").asString("").equals(LoadJson.FORMAT)) {
            throw new IllegalArgumentException("result.json is not of docaxis load");
        }
        if (json.path("format_version").asInt(0) != LoadJson.VERSION) {
            throw new IllegalArgumentException(
                    "result.json is of format " + json.path("format_version") + ": want " + LoadJson.VERSION);
        }
        return new ShardReader(json).result(latencies, seconds);
    }

    private LoadResult result(String latencies, String seconds) {
        JsonNode end = root.get("end");
        JsonNode validity = root.get("validity");
        JsonNode proof = root.get("proof");
        JsonNode delivery = root.get("delivery");
        return new LoadResult(
                asked(),
                new LoadEnd(end.get("interrupted").asBoolean(), text(end, "environment"), text(end, "breach")),
                measured(latencies, seconds),
                books(root.get("books")),
                new LoadDelivery(
                        whole(delivery, "lost"),
                        whole(delivery, "duplicates"),
                        whole(delivery, "out_of_order"),
                        whole(delivery, "late_obligations")),
                group(root.get("group")),
                new LoadProof(Proof.of(proof.get("finding").asString()), texts(proof.get("reasons"))),
                usage(root.get("usage")),
                Requirements.parse(each(
                        root.get("requirements"),
                        node -> node.get("requirement").asString())),
                new Validity(
                        texts(validity.get("reasons")),
                        texts(validity.get("doubts")),
                        validity.get("allowed").asBoolean()),
                place());
    }

    private LoadAsked asked() {
        Map<String, String> settings = new LinkedHashMap<>();
        root.get("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asString()));
        return new LoadAsked(
                root.get("scenario").asString(),
                root.get("seed").asLong(),
                root.get("run").asString(),
                settings,
                each(root.get("shards").get("here"), JsonNode::asInt),
                root.get("shards").get("of").asInt());
    }

    private Measured measured(String latencies, String seconds) {
        JsonNode stretch = root.get("stretch");
        Map<LatencyKind, Long> negative = new EnumMap<>(LatencyKind.class);
        root.get("clock_doubts").get("negative_latencies").properties().forEach(entry -> {
            if (entry.getValue().asLong() > 0) {
                negative.put(LatencyKind.of(entry.getKey()), entry.getValue().asLong());
            }
        });
        Map<Integer, Map<LatencyKind, FrozenHistogram>> bySecond = HistogramLog.readBySecond(seconds);
        return new Measured(
                new Stretch(at(stretch, "started_at"), at(stretch, "measured_from"), at(stretch, "ended_at")),
                HistogramLog.readWhole(latencies),
                counts(root.get("measured")),
                each(
                        root.get("seconds"),
                        node -> new SecondFigures(
                                node.get("second").asInt(),
                                counts(node),
                                bySecond.getOrDefault(node.get("second").asInt(), Map.of()))),
                negative,
                root.get("clock_doubts").get("misplaced_instants").asLong());
    }

    private static Map<EventCount, Long> counts(JsonNode node) {
        Map<EventCount, Long> counts = new EnumMap<>(EventCount.class);
        for (EventCount what : EventCount.values()) {
            whole(node, what.label()).ifPresent(count -> counts.put(what, count));
        }
        return counts;
    }

    private static LoadBooks books(JsonNode node) {
        return new LoadBooks(
                whole(node, "offered"),
                whole(node, "acknowledged"),
                whole(node, "failed"),
                whole(node, "unknown"),
                whole(node, "withheld"));
    }

    private static Optional<LoadGroup> group(JsonNode node) {
        if (node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new LoadGroup(
                node.get("name").asString(),
                each(
                        node.get("samples"),
                        sample -> new LagSample(
                                sample.get("second").asInt(), whole(sample, "records"), real(sample, "seconds"))),
                whole(node, "lag_records"),
                real(node, "lag_seconds"),
                real(node, "drain_seconds"),
                node.get("remark").asString()));
    }

    private static LoadUsage usage(JsonNode node) {
        List<UsageSample> samples = each(
                node.get("samples"),
                sample -> new UsageSample(
                        sample.get("second").asInt(),
                        sample.get("role").asString(),
                        real(sample, "processors"),
                        whole(sample, "memory_bytes"),
                        real(sample, "gc_share")));
        OptionalDouble seconds = real(node, "seconds");
        if (seconds.isEmpty()) {
            return new LoadUsage(Optional.empty(), samples);
        }
        Map<String, Double> cpu = new LinkedHashMap<>();
        node.get("cpu_seconds")
                .properties()
                .forEach(entry -> cpu.put(entry.getKey(), entry.getValue().asDouble()));
        Map<String, Long> peaks = new LinkedHashMap<>();
        node.get("peak_rss_bytes")
                .properties()
                .forEach(entry -> peaks.put(entry.getKey(), entry.getValue().asLong()));
        return new LoadUsage(
                Optional.of(new Usage(seconds.getAsDouble(), cpu, peaks, real(node, "others_share"))), samples);
    }

    private LoadPlace place() {
        JsonNode versions = root.get("versions");
        return new LoadPlace(
                new Versions(
                        versions.get("docaxis").asString(),
                        versions.get("kafka").asString(),
                        versions.get("spring_boot").asString()),
                each(
                        root.get("machines"),
                        node -> new Machine(
                                node.get("os").asString(),
                                node.get("arch").asString(),
                                node.get("processors").asInt(),
                                whole(node, "memory_bytes"),
                                node.get("java").asString())),
                Clients.read(root.get("clients")));
    }

    private static long at(JsonNode node, String name) {
        Instant at = Instant.parse(node.get(name).asString());
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(reader.apply(node)));
        return all;
    }

    private static List<String> texts(JsonNode array) {
        return each(array, JsonNode::asString);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.get(name).isNull()
                ? Optional.empty()
                : Optional.of(node.get(name).asString());
    }

    private static OptionalLong whole(JsonNode node, String name) {
        return node.get(name).isNull()
                ? OptionalLong.empty()
                : OptionalLong.of(node.get(name).asLong());
    }

    private static OptionalDouble real(JsonNode node, String name) {
        return node.get(name).isNull()
                ? OptionalDouble.empty()
                : OptionalDouble.of(node.get(name).asDouble());
    }
}
