package io.docaxis.simulator.result;

import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.Versions;
import java.util.Map;

/** What is reported about a run, as files. */
public final class RunFiles {

    private RunFiles() {}

    /**
     * Writes {@code result.json}, {@code truth.json}, {@code tally.json} and {@code summary.txt}.
     *
     * @throws io.docaxis.simulator.report.ResultsNotWrittenException if one cannot be written: then there is none
     */
    public static void write(RunReport report, ResultDirectory directory) {
        directory.write(Map.of(
                "result.json", ResultJson.of(report, Versions.here(), Machine.here()),
                "truth.json", TallyJson.truth(report),
                "tally.json", TallyJson.tally(report),
                "summary.txt", Summary.of(report)));
    }
}
