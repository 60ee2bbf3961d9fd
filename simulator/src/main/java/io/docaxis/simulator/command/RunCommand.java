package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.cluster.ClusterWatch;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A whole run in one process: broker, producers, consumer, verdict. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a scenario through Kafka in one process, and proves what its consumer concludes.",
            "Brings its own Kafka broker unless --bootstrap-servers names one."
        },
        footer = {
            "",
            "Example: docaxis run quiet-day",
            "         docaxis run national-2023 --results ./results",
            "         docaxis run quiet-day --speed 3600x --seed 7 --open",
            "         docaxis run quiet-day --live --begin-at '2023-03-06 16:50' --speed 10x"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorldOptions worldOptions;

    @Mixin
    private ClusterOptions clusterOptions;

    @Mixin
    private PartitionsOption partitionsOption;

    @Mixin
    private PrefixOptions prefixOptions;

    @Mixin
    private ConsumerOptions consumerOptions;

    @Mixin
    private BrokerOptions brokerOptions;

    @Mixin
    private ResultOptions resultOptions;

    @Mixin
    private ReportOption reportOption;

    @Mixin
    private PageOption page;

    @Option(
            names = "--sources",
            converter = WholeNumbers.Sources.class,
            paramLabel = "N",
            defaultValue = "1",
            description = "Producing sources, each with a thread of its own (default: ${DEFAULT-VALUE}).")
    private int sources;

    @Option(
            names = "--broker-port",
            converter = WholeNumbers.Port.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the embedded broker; 0: any free port (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    private final Interruption interruption;

    RunCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Stopwatch stopwatch = Stopwatch.started();
        // the screen is the progress display's; a consumer alone says when it starts and what it reads
        System.setProperty("docaxis.log", System.getProperty("docaxis.log", "WARN"));
        Optional<Cluster> named = check();
        Scenario scenario = worldOptions.read();
        Excerpt excerpt = worldOptions.excerpt(WorldOptions.world(scenario));
        resultOptions.open();
        reportOption.open();
        Screen screen = Screen.ofThisProcess();
        ProgressLine progress = screen.progress(spec.commandLine().getOut());
        progress.offset(scenario.calendar().utcOffsetS());
        if (screen.terminal()) {
            // a line that stays says first where the page is
            progress.show(ProgressSnapshot.of("starting"), stopwatch.elapsedMs());
        }
        try (EmbeddedBroker broker = named.isPresent() ? null : startBroker();
                ClusterWatch watch = named.map(ClusterWatch::open).orElse(null)) {
            Cluster cluster = named.orElseGet(() -> Cluster.of(broker.bootstrapServers()));
            int code = play(cluster, excerpt, screen, progress, stopwatch, () -> tell(watch, progress));
            if (broker != null) {
                broker.disregard();
            }
            return code;
        } finally {
            progress.clear();
        }
    }

    private EmbeddedBroker startBroker() {
        return brokerOptions.start(brokerPort, spec.commandLine().getErr());
    }

    /** The embedded broker says by itself when it fails. */
    private void tell(ClusterWatch watch, ProgressLine progress) {
        if (watch != null) {
            Screen.tell(watch.news(), progress, spec.commandLine().getErr());
        }
    }

    private int play(
            Cluster cluster,
            Excerpt excerpt,
            Screen screen,
            ProgressLine progress,
            Stopwatch stopwatch,
            Runnable look) {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        Topics topics = clusterOptions.topics();
        PreparedTopics prepared = prefixOptions.prepare(
                new TopicSetup(cluster, topics), partitionsOption.partitions, EnumSet.allOf(Purpose.class), err);
        LocalRun play = new LocalRun(
                new Destination(cluster, topics, prepared),
                excerpt,
                sources,
                worldOptions.pace(excerpt),
                prefixOptions.resume,
                consumerOptions,
                err);
        try (play) {
            progress.clear();
            out.println(play.url() + "/ shows it");
            out.flush();
            page.open(play.url(), err);
            Optional<RunReport> report = play.play(progress, interruption, stopwatch, look);
            progress.clear();
            if (report.isEmpty()) {
                out.println(
                        "interrupted: " + play.done() + "; nothing was compared" + Advice.afterInterruption(isKept()));
                return ExitCode.INTERRUPTED;
            }
            play.failure(isKept()).ifPresent(err::println);
            int code = resultOptions.conclude(report.get(), out);
            play.showLast(reportOption.isWanted());
            reportOption.write(report.get(), play.sections());
            page.stay(play.url(), out, screen, interruption);
            return code;
        }
    }

    /** Whether the topics outlive this process. */
    private boolean isKept() {
        return clusterOptions.named().isPresent() || brokerOptions.keepData != null;
    }

    /** The cluster that the user named. */
    private Optional<Cluster> check() {
        clusterOptions.topics();
        consumerOptions.check();
        brokerOptions.check(brokerPort);
        Optional<Cluster> named = clusterOptions.named();
        for (String option : List.of("--keep-data", "--broker-port")) {
            if (named.isPresent() && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new UsageException(option + ": is about docaxis' own broker; '" + named.get() + "' is another");
            }
        }
        return named;
    }
}
