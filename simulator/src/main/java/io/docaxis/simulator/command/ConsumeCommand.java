package io.docaxis.simulator.command;

import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.tally.Counter;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.consumer.stream.StreamConfiguration;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.figures.TallySnapshot;
import io.docaxis.monitor.watch.Watch;
import io.docaxis.simulator.cluster.ClusterWatch;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.service.ConsumerApplication;
import io.docaxis.simulator.service.ConsumerSettings;
import io.docaxis.simulator.terminal.ProgressLine;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One consuming process, until it is stopped or the run has ended. Several share the partitions. */
@Command(
        name = "consume",
        mixinStandardHelpOptions = true,
        description = {
            "Consumes a run from a Kafka cluster: tallies the traffic and detects late responses.",
            "Start several: they share the partitions."
        },
        footer = {"", "Example: docaxis consume --bootstrap-servers 127.0.0.1:9092"})
final class ConsumeCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MS = 250;
    /** A consumer may well be there before its producer. */
    private static final long WAITED_MS = 30_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions;

    @Mixin
    private PartitionsOption partitionsOption;

    @Mixin
    private ConsumerOptions consumerOptions;

    @Mixin
    private PageOption page;

    @Option(names = "--until-ended", description = "Stop when the run has ended (default: only on Ctrl-C).")
    private boolean untilEnded;

    private final Interruption interruption;
    private boolean warned;
    private boolean toldWaiting;

    ConsumeCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch stopwatch = Stopwatch.started();
        ProgressLine progress = Screen.ofThisProcess().progress(out);
        TallySnapshot last;
        Optional<String> unknown;
        Client client;
        ConsumerSettings settings = consumerOptions.settings(
                clusterOptions.cluster(), clusterOptions.topics(), partitionsOption.partitions);
        try (ClusterWatch brokers = ClusterWatch.open(settings.cluster());
                ConfigurableApplicationContext consumer = ConsumerApplication.start(settings);
                RunWatch watch = watch(consumer.getBean(Figures.class))) {
            page.open(WebEndpoints.url(consumer), spec.commandLine().getErr());
            Figures figures = consumer.getBean(Figures.class);
            Watch monitor = consumer.getBean(Watch.class);
            Engine engine = consumer.getBean(Engine.class);
            boolean stop = false;
            while (!stop) {
                look(watch);
                sayWhatIsWaitedFor(figures, stopwatch);
                LocalConsumer.requireRunning(engine, clusterOptions.topics(), consumerOptions);
                LocalConsumer.utcOffsetS(figures).ifPresent(progress::offset);
                Screen.tell(brokers.news(), progress, spec.commandLine().getErr());
                progress.show(
                        LocalConsumer.progress(
                                "consuming", figures, LocalConsumer.unread(monitor, clusterOptions.topics())),
                        stopwatch.elapsedMs());
                stop = interruption.await(LOOK_EVERY_MS)
                        || (untilEnded && figures.tally().ended());
            }
            last = figures.tally();
            unknown = figures.tallyProblem();
            client = Client.of(consumer.getBean(StreamConfiguration.CONSUMER_FAST_PATH, FastPath.class));
        } finally {
            progress.clear();
        }
        out.println("consumer stopped; " + concluded(last, unknown));
        out.println(client.words());
        return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.EXACT;
    }

    private static String concluded(TallySnapshot last, Optional<String> unknown) {
        if (last.isKnown()) {
            return "all consumers together: " + Wording.number(last.recordsRead()) + " records read, "
                    + Wording.number(last.count(Counter.APPLIED)) + " applied, " + Wording.number(last.documents())
                    + " documents";
        }
        return unknown.map(why -> "what they concluded so far is unknown: " + why)
                .orElse("nothing was published yet, the next start does");
    }

    private RunWatch watch(Figures figures) {
        return new RunWatch(
                clusterOptions.cluster(),
                clusterOptions.topics(),
                () -> figures.tally().headers(),
                consumerOptions.knownAfter());
    }

    /** A run that nobody has begun may begin yet: whoever waits for its end is told so once. */
    private void sayWhatIsWaitedFor(Figures figures, Stopwatch stopwatch) {
        boolean waits = untilEnded
                && !toldWaiting
                && stopwatch.elapsedMs() > WAITED_MS
                && figures.tallyProblem().isEmpty()
                && !figures.tally().isKnown();
        if (waits) {
            toldWaiting = true;
            say("no run has begun on topic '" + clusterOptions.topics().events() + "' yet: waiting for one");
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    /** Whoever waits for the end of the run need not wait for ever; whoever does not is told once. */
    private void look(RunWatch watch) {
        watch.impossible().ifPresent(why -> {
            if (untilEnded) {
                throw new IncompleteException(why);
            }
            if (!warned) {
                warned = true;
                say("warning: " + why);
            }
        });
    }
}
