package io.docaxis.simulator.command;

import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import io.docaxis.simulator.result.RunFiles;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.Summary;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What becomes of a report. */
final class ResultOptions {

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write result.json, truth.json, tally.json and summary.txt to DIR.")
    Path results;

    private ResultDirectory directory;

    /** Sees to it that there is a place to write to, and nothing of an earlier run in it. */
    void open() {
        if (results != null) {
            directory = ResultDirectory.open(results, ResultFiles.RUN);
        }
    }

    /** Prints the summary, writes the files, and says how the process is to end. */
    int conclude(RunReport report, PrintWriter out) {
        out.print(Summary.of(report));
        out.flush();
        if (directory != null) {
            RunFiles.write(report, directory);
        }
        return ExitCode.of(report.verdict().finding());
    }
}
