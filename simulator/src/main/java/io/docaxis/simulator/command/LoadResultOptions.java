package io.docaxis.simulator.command;

import io.docaxis.simulator.load.result.LoadReport;
import io.docaxis.simulator.load.result.LoadResult;
import io.docaxis.simulator.report.ResultDirectory;
import io.docaxis.simulator.report.ResultFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What becomes of a load's result. */
final class LoadResultOptions {

    @Option(
            names = "--results",
            converter = Names.Directory.class,
            paramLabel = "DIR",
            description = "Write result.json, load.html, junit.xml, load.txt and histograms (.hlog) to DIR.")
    Path results;

    private ResultDirectory directory;

    /** Sees to it that there is a place to write to, and nothing of an earlier load in it. */
    void open() {
        if (results != null) {
            directory = ResultDirectory.open(results, ResultFiles.LOAD);
        }
    }

    /** Prints the result, writes the files, and says how the process is to end. */
    int conclude(LoadResult result, PrintWriter out) {
        LoadReport report = new LoadReport(result);
        out.print(report.text());
        out.flush();
        if (directory != null) {
            report.write(directory);
        }
        return ExitCode.of(result.verdict());
    }
}
