package io.docaxis.simulator.load.result;

import io.docaxis.simulator.load.measure.HistogramLog;
import io.docaxis.simulator.report.ResultDirectory;
import java.util.Map;

/** What becomes of a load's result: words, and files. */
public record LoadReport(LoadResult result) {

    /** For the screen: 80 columns. */
    public String text() {
        return LoadText.of(result);
    }

    /**
     * Writes {@code result.json}, {@code latencies.hlog}, {@code seconds.hlog}, {@code junit.xml}, {@code load.html} and
     * {@code load.txt}.
     *
     * @param directory opened for {@link io.docaxis.simulator.report.ResultFiles#LOAD}
     * @throws io.docaxis.simulator.report.ResultsNotWrittenException if one cannot be written: then there is none
     */
    public void write(ResultDirectory directory) {
        directory.write(Map.of(
                "result.json", LoadJson.of(result),
                "latencies.hlog", HistogramLog.whole(result.measured()),
                "seconds.hlog", HistogramLog.bySecond(result.measured()),
                "junit.xml", LoadJunit.of(result),
                "load.html", LoadPage.of(result),
                "load.txt", LoadText.of(result)));
    }
}
