package io.docaxis.simulator.bench.scale;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.Target;
import io.docaxis.simulator.report.Versions;
import io.docaxis.simulator.report.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A session in words and figures, and its tables for the page. */
final class ScaleText {

    static final List<String> RUN_HEAD = List.of(
            "",
            "documents",
            "events",
            "seconds",
            "CPU µs/event",
            "wall µs/event",
            "memory MiB",
            "disk B/event",
            "others");
    static final List<String> RESTORE_HEAD =
            List.of("", "records read", "seconds", "open/s", "CPU seconds", "memory MiB", "others");

    private ScaleText() {}

    static String of(ScaleResult result, Versions versions, Machine machine) {
        List<String> lines = new ArrayList<>();
        if (!result.volumes().isEmpty()) {
            lines.add("\n" + result.scenario() + ", more documents");
            table(lines, RUN_HEAD, result.volumes().stream().map(ScaleText::row).toList());
        }
        if (!result.catalogues().isEmpty()) {
            lines.add("\n" + result.scenario() + ", more agencies");
            table(
                    lines,
                    RUN_HEAD,
                    result.catalogues().stream().map(ScaleText::row).toList());
        }
        if (!result.restores().isEmpty()) {
            lines.add("\nrestart with open dispatches");
            table(
                    lines,
                    RESTORE_HEAD,
                    result.restores().stream().map(ScaleText::row).toList());
        }
        result.leftOut().forEach(what -> lines.add("\nleft out: " + what));
        lines.add("\n" + Target.table(result.targets()));
        lines.add(versions.on(machine));
        if (!result.doubts().isEmpty()) {
            lines.add("\nDON'T TRUST THIS:");
            result.doubts().forEach(doubt -> lines.add("  " + doubt));
        }
        return String.join("\n", lines) + "\n";
    }

    static String line(ScaleRun run) {
        return String.format(
                Locale.ROOT,
                "%-18s%6.1f s  %.2f µs of CPU an event, %s MiB",
                run.name(),
                run.seconds(),
                run.cpuMicrosPerEvent(),
                Wording.whole(run.peakMebibytes()));
    }

    static String line(Restore restore) {
        return String.format(Locale.ROOT, "%,d open dispatches restored in %.1f s", restore.open(), restore.seconds());
    }

    static List<String> row(ScaleRun run) {
        return List.of(
                run.name(),
                Wording.number(run.documents()),
                Wording.number(run.events()),
                decimal(run.seconds(), 1),
                decimal(run.cpuMicrosPerEvent(), 2),
                decimal(run.wallMicrosPerEvent(), 2),
                Wording.whole(run.peakMebibytes()),
                decimal(run.diskBytesPerEvent(), 0),
                Wording.share(run.usage().others()));
    }

    static List<String> row(Restore restore) {
        return List.of(
                Wording.number(restore.open()) + " open",
                Wording.number(restore.readBack()),
                decimal(restore.seconds(), 2),
                Wording.number(Math.round(restore.openPerSecond())),
                decimal(restore.usage().cpuSeconds(Restores.RESTORED_ROLE), 1),
                Wording.whole(restore.usage().peakMebibytes(Restores.RESTORED_ROLE)),
                Wording.share(restore.usage().others()));
    }

    private static String decimal(double value, int places) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + places + "f", value);
    }

    private static void table(List<String> lines, List<String> head, List<List<String>> rows) {
        lines.add(line(head));
        rows.forEach(row -> lines.add(line(row)));
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-18s", cells.get(0)));
        for (String cell : cells.subList(1, cells.size())) {
            line.append(String.format(Locale.ROOT, "  %17s", cell));
        }
        return line.toString().stripTrailing();
    }
}
