package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.judge.Ruling;
import io.docaxis.simulator.load.measure.EventCount;
import io.docaxis.simulator.load.measure.FrozenHistogram;
import io.docaxis.simulator.load.measure.LagSample;
import io.docaxis.simulator.load.measure.LatencyKind;
import io.docaxis.simulator.load.measure.SecondFigures;
import io.docaxis.simulator.load.measure.Stretch;
import io.docaxis.simulator.load.measure.UsageSample;
import io.docaxis.simulator.process.Usage;
import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of a load's {@code result.json}, as {@code docs/schemas/load-result.schema.json} has it. What is unknown is null,
 * never 0.
 */
final class LoadJson {

    static final String FORMAT = "docaxis-load-result";
    static final int VERSION = 1;

    private static final List<LatencyKind> BY_SECOND = List.of(LatencyKind.PUBLISH, LatencyKind.E2E);

    private final LoadResult result;
    private final ObjectNode root = JsonReport.object();

    private LoadJson(LoadResult result) {
        this.result = result;
    }

    static String of(LoadResult result) {
        LoadJson json = new LoadJson(result);
        json.root.put("format", FORMAT).put("format_version", VERSION);
        json.verdict();
        json.asked();
        json.stretch();
        json.books();
        json.latencies();
        json.delivery();
        json.group();
        json.usage();
        json.place();
        json.seconds();
        return JsonReport.text(json.root);
    }

    private void verdict() {
        root.put("verdict", result.verdict().label());
        root.putObject("end")
                .put("interrupted", result.end().interrupted())
                .put("environment", result.end().environment().orElse(null))
                .put("breach", result.end().breach().orElse(null));
        ArrayNode requirements = root.putArray("requirements");
        for (Ruling ruling : result.rulings()) {
            requirements
                    .addObject()
                    .put("requirement", ruling.requirement())
                    .put("finding", ruling.finding().label())
                    .put("measured", ruling.finding() == Ruling.State.UNKNOWN ? null : ruling.measured());
        }
        ObjectNode validity = root.putObject("validity");
        validity.put("valid", result.validity().isValid());
        validity.put("allowed", result.validity().allowed());
        result.validity().reasons().forEach(validity.putArray("reasons")::add);
        result.validity().doubts().forEach(validity.putArray("doubts")::add);
        ObjectNode proof = root.putObject("proof");
        proof.put("finding", result.proof().finding().label());
        result.proof().reasons().forEach(proof.putArray("reasons")::add);
    }

    private void asked() {
        LoadAsked asked = result.asked();
        root.put("scenario", asked.scenario());
        root.put("seed", asked.seed());
        root.put("run", asked.run());
        asked.settings().forEach(root.putObject("settings")::put);
        ObjectNode shards = root.putObject("shards");
        asked.shards().forEach(shards.putArray("here")::add);
        shards.put("of", asked.ofShards());
    }

    private void stretch() {
        Stretch stretch = result.measured().stretch();
        root.putObject("stretch")
                .put("started_at", at(stretch.startAtNs()))
                .put("measured_from", at(stretch.measuredFromAtNs()))
                .put("ended_at", at(stretch.endAtNs()))
                .put("measured_seconds", JsonReport.rounded(stretch.measuredSeconds()));
    }

    static String at(long epochNs) {
        return Instant.ofEpochSecond(0, epochNs).toString();
    }

    private void books() {
        ObjectNode books = root.putObject("books");
        JsonReport.put(books, "offered", result.books().offered());
        JsonReport.put(books, "acknowledged", result.books().acknowledged());
        JsonReport.put(books, "failed", result.books().failed());
        JsonReport.put(books, "unknown", result.books().unknown());
        JsonReport.put(books, "withheld", result.books().withheld());
        ObjectNode counts = root.putObject("measured");
        ObjectNode rates = root.putObject("per_second");
        for (EventCount what : EventCount.values()) {
            JsonReport.put(counts, what.label(), result.measured().count(what));
            JsonReport.put(rates, what.label(), result.measured().perSecond(what));
        }
    }

    private void latencies() {
        ObjectNode all = root.putObject("latencies");
        for (LatencyKind kind : LatencyKind.values()) {
            Optional<Histogram> histogram = result.measured().latency(kind);
            if (histogram.isEmpty()) {
                all.putNull(kind.label());
                continue;
            }
            ObjectNode node = all.putObject(kind.label());
            node.put("events", histogram.get().getTotalCount());
            node.put("mean_us", JsonReport.rounded(histogram.get().getMean()));
            Percentiles.all()
                    .forEach((name, percentile) -> node.put(
                            name.replace('.', '_') + "_us", histogram.get().getValueAtPercentile(percentile)));
        }
        ObjectNode clock = root.putObject("clock_doubts");
        clock.put("misplaced_instants", result.measured().misplaced());
        ObjectNode negative = clock.putObject("negative_latencies");
        for (LatencyKind kind : LatencyKind.values()) {
            negative.put(kind.label(), result.measured().negative().getOrDefault(kind, 0L));
        }
    }

    private void delivery() {
        ObjectNode node = root.putObject("delivery");
        JsonReport.put(node, "lost", result.delivery().lost());
        JsonReport.put(node, "duplicates", result.delivery().duplicates());
        JsonReport.put(node, "out_of_order", result.delivery().outOfOrder());
        JsonReport.put(node, "late_obligations", result.delivery().lateObligations());
    }

    private void group() {
        if (result.group().isEmpty()) {
            root.putNull("group");
            return;
        }
        LoadGroup group = result.group().get();
        ObjectNode node = root.putObject("group");
        node.put("name", group.name());
        JsonReport.put(node, "lag_records", group.lagRecords());
        JsonReport.put(node, "lag_seconds", group.lagSeconds());
        JsonReport.put(node, "drain_seconds", group.drainSeconds());
        node.put("remark", group.remark());
        ArrayNode samples = node.putArray("samples");
        for (LagSample sample : group.samples()) {
            ObjectNode each = samples.addObject().put("second", sample.second());
            JsonReport.put(each, "records", sample.records());
            JsonReport.put(each, "seconds", sample.seconds());
        }
    }

    private void usage() {
        ObjectNode node = root.putObject("usage");
        Optional<Usage> whole = result.usage().whole();
        JsonReport.put(
                node,
                "seconds",
                whole.isPresent() ? OptionalDouble.of(whole.get().seconds()) : OptionalDouble.empty());
        JsonReport.put(node, "others_share", whole.map(Usage::others).orElse(OptionalDouble.empty()));
        ObjectNode cpu = node.putObject("cpu_seconds");
        ObjectNode peaks = node.putObject("peak_rss_bytes");
        whole.ifPresent(usage -> {
            usage.cpuSeconds().forEach((role, seconds) -> cpu.put(role, JsonReport.rounded(seconds)));
            usage.peakBytes().forEach(peaks::put);
        });
        ArrayNode samples = node.putArray("samples");
        for (UsageSample sample : result.usage().samples()) {
            ObjectNode each = samples.addObject().put("second", sample.second()).put("role", sample.role());
            JsonReport.put(each, "processors", sample.processors());
            JsonReport.put(each, "memory_bytes", sample.memoryBytes());
            JsonReport.put(each, "gc_share", sample.gcShare());
        }
    }

    private void place() {
        LoadPlace place = result.place();
        place.clients().write(root.putObject("clients"));
        root.putObject("versions")
                .put("docaxis", place.versions().docaxis())
                .put("kafka", place.versions().kafka())
                .put("spring_boot", place.versions().springBoot());
        ArrayNode machines = root.putArray("machines");
        for (Machine machine : place.machines()) {
            ObjectNode node = machines.addObject()
                    .put("os", machine.os())
                    .put("arch", machine.arch())
                    .put("processors", machine.processors());
            JsonReport.put(node, "memory_bytes", machine.memoryBytes());
            node.put("java", machine.java());
        }
    }

    private void seconds() {
        ArrayNode all = root.putArray("seconds");
        for (SecondFigures figures : result.measured().seconds()) {
            ObjectNode node = all.addObject().put("second", figures.second());
            for (EventCount what : EventCount.values()) {
                Long count = figures.counts().get(what);
                JsonReport.put(node, what.label(), count == null ? OptionalLong.empty() : OptionalLong.of(count));
            }
            for (LatencyKind kind : BY_SECOND) {
                FrozenHistogram frozen = figures.latencies().get(kind);
                if (frozen == null) {
                    node.putNull(kind.label());
                    continue;
                }
                Histogram histogram = frozen.thawed();
                node.putObject(kind.label())
                        .put("events", histogram.getTotalCount())
                        .put("p50_us", histogram.getValueAtPercentile(50))
                        .put("p99_us", histogram.getValueAtPercentile(99))
                        .put("max_us", histogram.getMaxValue());
            }
        }
    }
}
