package io.docaxis.simulator.bench.scale;

import io.docaxis.simulator.report.JsonReport;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Page;
import io.docaxis.simulator.report.Page.Bar;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.Spread;
import io.docaxis.simulator.report.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a session: words, and files. {@code docs/bench.md} documents the fields of the JSON. */
public record ScaleReport(ScaleResult result, String measuredAt) {

    public boolean isTrusted() {
        return result.doubts().isEmpty();
    }

    public String text() {
        return ScaleText.of(result, Versions.here(), Machine.here());
    }

    /** Writes {@code scale.json}, {@code scale.html} and {@code scale.txt}. */
    public void write(ResultDirectory directory) {
        directory.write(Map.of("scale.json", json(), "scale.html", page(), "scale.txt", text()));
    }

    private String json() {
        ObjectNode root = JsonReport.object();
        root.put("measured_at", measuredAt);
        root.put("scenario", result.scenario());
        JsonReport.trust(root, result.doubts());
        result.leftOut().forEach(root.putArray("left_out")::add);
        runs(root.putArray("volumes"), result.volumes());
        runs(root.putArray("catalogues"), result.catalogues());
        ArrayNode restores = root.putArray("restores");
        result.restores().forEach(restore -> {
            ObjectNode node = restores.addObject();
            node.put("open_dispatches", restore.open());
            node.put("records_read", restore.readBack());
            node.put("seconds", restore.seconds());
            JsonReport.put(node, "others_share", restore.usage().others());
        });
        JsonReport.targets(root, result.targets());
        JsonReport.surroundings(root, Versions.here(), Machine.here());
        return JsonReport.text(root);
    }

    private static void runs(ArrayNode into, List<ScaleRun> runs) {
        runs.forEach(run -> {
            ObjectNode node = into.addObject();
            node.put("name", run.name());
            node.put("factor", run.factor());
            node.put("agencies", run.agencies());
            node.put("documents", run.documents());
            node.put("events", run.events());
            node.put("seconds", JsonReport.rounded(run.seconds()));
            JsonReport.put(node, "cpu_micros_per_event", OptionalDouble.of(run.cpuMicrosPerEvent()));
            JsonReport.put(node, "wall_micros_per_event", OptionalDouble.of(run.wallMicrosPerEvent()));
            JsonReport.put(node, "peak_rss_bytes", run.peakBytes());
            node.put("disk_bytes", run.diskBytes());
            JsonReport.put(node, "others_share", run.usage().others());
        });
    }

    private String page() {
        List<ScaleRun> runs = Stream.concat(result.volumes().stream(), result.catalogues().stream())
                .toList();
        return new Page("docaxis bench scale")
                .note(Versions.here().on(Machine.here()) + "; measured " + measuredAt)
                .doubts(result.doubts())
                .bars("CPU per event", bars(runs, ScaleRun::cpuMicrosPerEvent, "%.2f µs"))
                .bars("Peak memory of the whole process", bars(runs, ScaleRun::peakMebibytes, "%,.0f MiB"))
                .bars(
                        "Restart: seconds until open dispatches are restored",
                        result.restores().stream()
                                .map(restore -> bar(
                                        String.format(Locale.ROOT, "%,d", restore.open()), restore.seconds(), "%.2f s"))
                                .toList())
                .targets(result.targets())
                .heading("Runs")
                .table(ScaleText.RUN_HEAD, runs.stream().map(ScaleText::row).toList())
                .heading("Restarts")
                .table(
                        ScaleText.RESTORE_HEAD,
                        result.restores().stream().map(ScaleText::row).toList())
                .note(result.leftOut().isEmpty() ? "" : "Left out: " + String.join("; ", result.leftOut()))
                .html();
    }

    private static List<Bar> bars(List<ScaleRun> runs, ToDoubleFunction<ScaleRun> figure, String format) {
        return runs.stream()
                .map(run -> bar(run.name(), figure.applyAsDouble(run), format))
                .toList();
    }

    private static Bar bar(String name, double value, String format) {
        return new Bar(name, new Spread(value, value, value), String.format(Locale.ROOT, format, value));
    }
}
