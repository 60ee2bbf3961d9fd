package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.inquiry.HistoryJson;
import io.docaxis.monitor.inquiry.HistoryReader;
import io.docaxis.monitor.inquiry.ThreadHistory;
import io.docaxis.monitor.inquiry.ThreadName;
import io.docaxis.simulator.report.JsonReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What happened to a thread, from the topics of a prefix. Nothing of docaxis has to run. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what happened to a thread, and what was concluded.",
            "",
            "Every event in the order of its log, when obligations are due, and revisions of their lateness."
        },
        footer = {"", "Example: docaxis history H53.2023.T4711-0 --bootstrap-servers 127.0.0.1:9092"})
final class HistoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions;

    @Parameters(paramLabel = "THREAD", description = "Its number, or the one of a document in it: H53.2023.T4711-0.")
    private String thread;

    @Option(
            names = "--from-start",
            description =
                    "Read the partition from its start, also where a lateness record says where the thread begins.")
    private boolean fromStart;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    private final Interruption interruption;

    HistoryCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        long number = ThreadName.parse(thread);
        Cluster cluster = clusterOptions.cluster();
        Topics topics = clusterOptions.topics();
        ThreadHistory history = new HistoryReader(cluster, topics, LateCommand.PATIENCE)
                .read(number, fromStart, interruption::isRequested);
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? JsonReport.text(HistoryJson.of(history))
                                : HistoryText.of(history, Screen.ofThisProcess().width()));
        return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.EXACT;
    }
}
