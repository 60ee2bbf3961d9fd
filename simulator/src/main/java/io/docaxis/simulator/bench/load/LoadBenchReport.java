package io.docaxis.simulator.bench.load;

import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Page;
import io.docaxis.simulator.report.Page.Bar;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a session: words, and files. {@code docs/bench.md} documents the fields of the JSON. */
public final class LoadBenchReport {

    private final LoadBenchResult result;
    private final String measuredAt;

    LoadBenchReport(LoadBenchResult result, String measuredAt) {
        this.result = result;
        this.measuredAt = measuredAt;
    }

    public boolean isTrusted() {
        return result.doubts().isEmpty();
    }

    public String text() {
        return LoadBenchText.of(result, Versions.here(), Machine.here());
    }

    /** Writes {@code bench-load.json}, {@code bench-load.html} and {@code bench-load.txt}. */
    public void write(ResultDirectory directory) {
        directory.write(Map.of("bench-load.json", json(), "bench-load.html", page(), "bench-load.txt", text()));
    }

    private String json() {
        ObjectNode root = JsonReport.object();
        LoadBenchPlan plan = result.plan();
        root.put("measured_at", measuredAt);
        root.put("scenario", plan.scenario());
        root.put("rounds", plan.rounds());
        root.put("seconds_paced", plan.seconds());
        root.put("records", plan.records());
        root.put("value_bytes", LoadBenchPlan.SIZE);
        JsonReport.trust(root, result.doubts());
        ObjectNode measures = root.putObject("measures");
        plan.measures().forEach(measure -> measure(measures.putObject(measure.label()), measure));
        JsonReport.targets(root, result.targets());
        ArrayNode laps = root.putArray("laps");
        result.laps().forEach(lap -> lap(laps.addObject(), lap));
        JsonReport.surroundings(root, Versions.here(), Machine.here());
        return JsonReport.text(root);
    }

    private void measure(ObjectNode node, LoadMeasure measure) {
        node.put("measure", measure.words());
        figures(node, result.figures(measure));
        if (measure == LoadMeasure.LATENCY) {
            figures(node.putObject("counted"), result.countedToKafka());
        }
        ArrayNode legs = node.putArray("legs");
        for (LoadLeg leg : measure.legs()) {
            Spread spread = result.spread(measure, leg);
            ObjectNode each = legs.addObject().put("leg", leg.label()).put("unit", measure.unit());
            spread(each, spread);
        }
    }

    private static void figures(ObjectNode node, RoundFigures figures) {
        spread(node, figures.spread());
        JsonReport.put(
                node,
                "mean_from",
                figures.mean().stream().mapToDouble(RoundFigures.Range::from).findFirst());
        JsonReport.put(
                node,
                "mean_to",
                figures.mean().stream().mapToDouble(RoundFigures.Range::to).findFirst());
    }

    private static void spread(ObjectNode node, Spread spread) {
        JsonReport.put(node, "median", OptionalDouble.of(spread.median()));
        JsonReport.put(node, "min", OptionalDouble.of(spread.min()));
        JsonReport.put(node, "max", OptionalDouble.of(spread.max()));
    }

    private static void lap(ObjectNode node, LoadLap lap) {
        node.put("leg", lap.leg().label());
        node.put("round", lap.round());
        node.put("events", lap.events());
        node.put("seconds", JsonReport.rounded(lap.seconds()));
        latency(node, "p50_ms", lap, LapLatency::p50Ms);
        latency(node, "p99_ms", lap, LapLatency::p99Ms);
        latency(node, "p99_9_ms", lap, LapLatency::p999Ms);
        latency(node, "max_ms", lap, LapLatency::maxMs);
        JsonReport.put(node, "others_share", lap.usage().others());
        ObjectNode cpu = node.putObject("cpu_seconds");
        lap.usage().cpuSeconds().forEach((role, seconds) -> cpu.put(role, JsonReport.rounded(seconds)));
        ObjectNode memory = node.putObject("peak_rss_bytes");
        lap.usage().peakBytes().forEach(memory::put);
    }

    private static void latency(ObjectNode node, String name, LoadLap lap, ToDoubleFunction<LapLatency> percentile) {
        JsonReport.put(
                node, name, lap.latency().stream().mapToDouble(percentile).findFirst());
    }

    private String page() {
        Page page = new Page("docaxis bench load")
                .note(Versions.here().on(Machine.here()) + "; measured " + measuredAt)
                .doubts(result.doubts())
                .note(LoadBenchText.about(result.plan()))
                .targets(result.targets());
        for (LoadMeasure measure : result.plan().measures()) {
            page.bars(
                            measure.words() + ": " + measure.unit(),
                            measure.legs().stream()
                                    .map(leg -> bar(measure, leg))
                                    .toList())
                    .note("In each round: "
                            + LoadBenchText.words(result.figures(measure)).strip());
        }
        return page.heading("Laps, in the order in which they ran")
                .table(
                        List.of("leg", "round", "seconds", "events/s", "p50 ms", "p99 ms", "p99.9 ms", "others"),
                        result.laps().stream().map(LoadBenchReport::row).toList())
                .html();
    }

    private Bar bar(LoadMeasure measure, LoadLeg leg) {
        Spread spread = result.spread(measure, leg);
        return new Bar(leg.words(), spread, LoadBenchText.figure(measure, spread.median()));
    }

    private static List<String> row(LoadLap lap) {
        return List.of(
                lap.leg().label(),
                Integer.toString(lap.round()),
                String.format(Locale.ROOT, "%.1f", lap.seconds()),
                Wording.number(Math.round(lap.perSecond())),
                ms(lap, LapLatency::p50Ms),
                ms(lap, LapLatency::p99Ms),
                ms(lap, LapLatency::p999Ms),
                Wording.share(lap.usage().others()));
    }

    private static String ms(LoadLap lap, ToDoubleFunction<LapLatency> percentile) {
        return lap.latency()
                .map(latency -> String.format(Locale.ROOT, "%.2f", percentile.applyAsDouble(latency)))
                .orElse("–");
    }
}
