package io.docaxis.simulator.command;

import io.docaxis.common.agency.AgencyCode;
import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.obligation.Obligation;
import io.docaxis.monitor.inquiry.LateFilter;
import io.docaxis.monitor.inquiry.LateJson;
import io.docaxis.monitor.inquiry.LateReader;
import io.docaxis.monitor.inquiry.WhoIsLate;
import io.docaxis.simulator.report.JsonReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who is late now, from what the consumers of a prefix concluded. Nothing of docaxis has to run. */
@Command(
        name = "late",
        mixinStandardHelpOptions = true,
        description = "Prints who is late now and since when, worst first.",
        footer = {
            "",
            "Example: docaxis late --bootstrap-servers 127.0.0.1:9092 --agency H53 --obligation respond",
            "",
            "Overdue is provisional until the watermark is an hour beyond the deadline, then confirmed,",
            "and final a horizon (7 days) beyond it."
        })
final class LateCommand implements Callable<Integer> {

    /** With a broker that says nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long ROWS = 20;

    /** How it is printed otherwise. */
    private static final class Format {
        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Option(names = "--csv", description = "As comma-separated values.")
        private boolean csv;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions;

    @Option(
            names = "--agency",
            converter = Names.Agency.class,
            paramLabel = "CODE",
            description = "Of this agency and all below it alone, such as H53.")
    private AgencyCode agency;

    @Option(
            names = "--obligation",
            converter = Names.ObligationLabel.class,
            paramLabel = "KIND",
            description = "Of this kind alone: send, acknowledge, respond or answer_recall.")
    private Obligation obligation;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = WholeNumbers.Limit.class,
            description = "Most rows, the worst first; 0: all (default: 20, with --json and --csv all).")
    private Long limit;

    @ArgGroup
    private Format format = new Format();

    @Override
    public Integer call() {
        LateFilter filter = new LateFilter(Optional.ofNullable(agency), Optional.ofNullable(obligation));
        Cluster cluster = clusterOptions.cluster();
        Topics topics = clusterOptions.topics();
        WhoIsLate late = new LateReader(cluster, topics, PATIENCE).read(filter);
        PrintWriter out = spec.commandLine().getOut();
        if (format.json) {
            out.print(JsonReport.text(LateJson.of(late, rows(Long.MAX_VALUE))));
        } else if (format.csv) {
            out.print(LateText.csv(late, rows(Long.MAX_VALUE)));
            late.unknown().forEach(what -> spec.commandLine().getErr().println("unknown: " + what));
        } else {
            out.print(LateText.of(late, rows(ROWS), Screen.ofThisProcess().width()));
        }
        return ExitCode.EXACT;
    }

    private long rows(long usual) {
        return limit == null ? usual : limit == 0 ? Long.MAX_VALUE : limit;
    }
}
