package io.docaxis.simulator.command;

import io.docaxis.monitor.page.PageSections;
import io.docaxis.simulator.report.ReportFile;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.page.Headline;
import io.docaxis.simulator.result.page.RunPage;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The page of a run as a file, to mail and to keep. */
final class ReportOption {

    private static final String NAME = "--report";

    @Option(
            names = NAME,
            converter = Names.File.class,
            paramLabel = "FILE",
            description = "Write what the page shows at the end to FILE: HTML that needs nothing from elsewhere.")
    private Path file;

    private ReportFile report;

    /** Sees to it that there is a place to write to, and nothing of an earlier run in it. */
    void open() {
        if (file != null) {
            report = ReportFile.open(file, NAME + " FILE");
        }
    }

    boolean isWanted() {
        return report != null;
    }

    /** Writes it, whatever the verdict. */
    void write(RunReport compared, PageSections sections) {
        if (report != null) {
            report.write(RunPage.of(Headline.of(compared), sections));
        }
    }
}
