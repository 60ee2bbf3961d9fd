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
    private String html;

    /** Sees to it that there is a place to write to, and nothing of an earlier run in it. */
    void open() {
        if (file != null) {
            report = ReportFile.open(file, NAME + " FILE");
        }
    }

    /** Keeps what is known while it is. */
    void take(RunReport compared, PageSections sections) {
        if (report != null) {
            html = RunPage.of(Headline.of(compared), sections);
        }
    }

    /** Writes it, whatever the verdict; nothing where the run was interrupted. */
    void write() {
        if (html != null) {
            report.write(html);
        }
    }
}
