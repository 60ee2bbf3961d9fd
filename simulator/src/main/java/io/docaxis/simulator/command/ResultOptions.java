package io.docaxis.simulator.command;

import io.docaxis.simulator.result.Report;
import io.docaxis.simulator.result.ResultDirectory;
import io.docaxis.simulator.result.Summary;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What becomes of a report. */
final class ResultOptions {

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Write result.json, truth.json, tally.json and summary.txt to DIR.")
    Path results;

    /** Sees to it that there will be a place to write to. */
    void open() {
        if (results != null) {
            ResultDirectory.open(results);
        }
    }

    /** Prints the summary, writes the files, and says how the process is to end. */
    int conclude(Report report, PrintWriter out) {
        out.print(Summary.of(report));
        out.flush();
        if (results != null) {
            ResultDirectory.open(results).write(report);
        }
        return ExitCode.of(report.verdict().finding());
    }
}
