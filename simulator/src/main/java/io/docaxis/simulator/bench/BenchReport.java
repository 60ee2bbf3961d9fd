package io.docaxis.simulator.bench;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.Versions;
import java.util.List;
import java.util.Map;

/** What becomes of a session: words, and files. */
public record BenchReport(BenchResult result, List<String> doubts, String measuredAt) {

    /** @param measuredAt date and time, as it shall be written */
    public static BenchReport of(BenchResult result, String measuredAt) {
        return new BenchReport(result, result.doubts(), measuredAt);
    }

    public boolean isTrusted() {
        return doubts.isEmpty();
    }

    public String text() {
        return BenchText.of(result, doubts, Versions.here(), Machine.here());
    }

    /** Writes {@code bench.json}, {@code bench.html} and {@code bench.txt}. */
    public void write(ResultDirectory directory) {
        directory.write(Map.of(
                "bench.json", BenchJson.of(result, doubts, measuredAt, Versions.here(), Machine.here()),
                "bench.html", BenchPage.of(result, doubts, measuredAt, Versions.here(), Machine.here()),
                "bench.txt", text()));
    }
}
