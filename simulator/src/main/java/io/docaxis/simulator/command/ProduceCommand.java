package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.fastpath.FastPath;
import io.docaxis.common.kafka.topic.PreparedTopics;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.Destination;
import io.docaxis.producer.publish.Pace;
import io.docaxis.producer.publish.PublishProgress;
import io.docaxis.producer.publish.Publisher;
import io.docaxis.producer.publish.RunIdentity;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.simulator.cluster.ClusterWatch;
import io.docaxis.simulator.report.Client;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.service.ProducerEndpoints;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.io.PrintWriter;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One producing process: all of a run, or its share of it. */
@Command(
        name = "produce",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a scenario's events to a Kafka cluster, and the truth to a topic of its own.",
            "Several processes share a run: give each its --shard."
        },
        footer = {
            "",
            "Example: docaxis produce quiet-day --bootstrap-servers 127.0.0.1:9092 --shard 1/2",
            "         docaxis produce quiet-day --bootstrap-servers 127.0.0.1:9092 --shard 2/2"
        })
final class ProduceCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MS = 250;

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
    private FastClientsOption fastClients;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            defaultValue = "1/1",
            converter = Shard.Converter.class,
            description = "The K-th of N processes that share the run (default: ${DEFAULT-VALUE}, all of it).")
    private Shard shard;

    @Mixin
    private ManagementOptions management;

    private final Interruption interruption;

    ProduceCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Stopwatch stopwatch = Stopwatch.started();
        EndpointSettings endpoint = management.settings();
        Scenario scenario = worldOptions.read();
        World world = WorldOptions.world(scenario);
        Excerpt excerpt = worldOptions.excerpt(world);
        Pace pace = worldOptions.pace(excerpt);
        Cluster cluster = clusterOptions.cluster();
        Topics topics = clusterOptions.topics();
        FastPath path = new FastPath(FastPath.Side.PRODUCER, fastClients.chosen);
        try (ClusterWatch watch = ClusterWatch.open(cluster);
                Sources sources = new Sources(excerpt)) {
            PreparedTopics prepared = prefixOptions.prepare(
                    new TopicSetup(cluster, topics),
                    partitionsOption.partitions,
                    Set.of(Purpose.PRODUCE),
                    spec.commandLine().getErr());
            ConfigurableApplicationContext endpoints =
                    ProducerEndpoints.start(endpoint, topics, sources::statuses, path);
            try (endpoints) {
                RunIdentity run = new RunIdentity(scenario, world.seed(), shard.sources(), excerpt.beginsAt());
                sources.start(
                        shard.toString(),
                        new Publisher(
                                new Destination(cluster, topics, prepared),
                                run,
                                shard.source(),
                                pace,
                                prefixOptions.resume,
                                path));
                play(sources, watch, pace, stopwatch);
                int code = conclude(sources, pace, stopwatch);
                spec.commandLine().getOut().println(Client.of(path).words());
                return code;
            }
        }
    }

    private void play(Sources sources, ClusterWatch watch, Pace pace, Stopwatch stopwatch) {
        ProgressLine progress =
                Screen.ofThisProcess().progress(spec.commandLine().getOut());
        progress.offset(sources.utcOffsetS());
        // several processes have no way to agree
        OrderlyEnd end = new OrderlyEnd(
                interruption,
                pace.live().filter(live -> shard.equals(Shard.WHOLE)),
                spec.commandLine().getErr());
        try {
            boolean stop = false;
            while (!stop && !sources.ended()) {
                end.look(progress);
                Screen.tell(watch.news(), progress, spec.commandLine().getErr());
                progress.show(snapshot(sources), stopwatch.elapsedMs());
                stop = interruption.await(LOOK_EVERY_MS);
            }
        } finally {
            progress.clear();
        }
    }

    /** How far a producing process has come. */
    private static ProgressSnapshot snapshot(Sources sources) {
        PublishProgress sent = sources.progress();
        return new ProgressSnapshot(
                "producing",
                OptionalLong.of(sent.simulatedAt()),
                sources.share(),
                OptionalLong.of(sent.sent()),
                sent.behindMs(),
                OptionalLong.empty());
    }

    private int conclude(Sources sources, Pace pace, Stopwatch stopwatch) {
        PrintWriter out = spec.commandLine().getOut();
        sources.close();
        PublishProgress sent = sources.progress();
        String what = "shard " + shard + ": " + sources.done() + " in "
                + Wording.duration((stopwatch.elapsedMs() + 500) / 1000)
                + Wording.behindSchedule(sent.mostBehindMs())
                        .map(behind -> ", up to " + behind)
                        .orElse("");
        if (interruption.isRequested()) {
            out.println("interrupted: " + what + ", to " + sources.instant(sent.simulatedAt()) + " of simulated time"
                    + Advice.afterInterruption(true)
                    + (pace.live().isPresent() && !shard.equals(Shard.WHOLE) ? Advice.SHARDS_OF_A_LIVE_RUN : ""));
            return ExitCode.INTERRUPTED;
        }
        if (!sources.failures().isEmpty()) {
            throw new IncompleteException(
                    "incomplete: " + String.join("; ", sources.failures()) + "; " + what + sources.advice(true));
        }
        out.println(what + (pace.live().isPresent() ? ", to " + sources.instant(sent.simulatedAt()) : "")
                + "; 'docaxis verify' compares what the consumers make of them");
        return ExitCode.EXACT;
    }
}
