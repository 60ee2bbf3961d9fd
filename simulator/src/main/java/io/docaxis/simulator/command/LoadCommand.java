package io.docaxis.simulator.command;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.schedule.LoadCurve;
import io.docaxis.simulator.broker.EmbeddedBroker;
import io.docaxis.simulator.cluster.ClusterWatch;
import io.docaxis.simulator.load.Consumption;
import io.docaxis.simulator.load.DiskBudget;
import io.docaxis.simulator.load.LoadPlan;
import io.docaxis.simulator.load.judge.Requirements;
import io.docaxis.simulator.load.result.LoadResult;
import io.docaxis.simulator.terminal.ProgressLine;
import io.docaxis.simulator.terminal.ProgressSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A load at a rate that is kept, measured from the intended instant, and judged. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Sends a scenario's events at a rate, and measures from the instant at which each was wanted.",
            "Brings its own Kafka broker unless --bootstrap-servers names one."
        },
        footer = {
            "",
            "Example: docaxis load national-2023 --rate 20000/s --duration 60s --size 1KB --require 'e2e.p99 < 50ms'",
            "         docaxis load national-2023 --rate 5k/s --bootstrap-servers 127.0.0.1:9092 --consume billing",
            "         docaxis load quiet-day --rate 100/s --duration 10s --dry-run | head"
        })
final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadOptions load;

    @Mixin
    private RecordOptions records;

    @Mixin
    private LoadJudgeOptions judging;

    @Mixin
    private LoadResultOptions results;

    @Mixin
    private LoadClusterOptions clusterOptions;

    @Mixin
    private PartitionsOption partitionsOption;

    @Mixin
    private ConsumerOptions consumerOptions;

    @Mixin
    private BrokerOptions brokerOptions;

    @Mixin
    private LoadShareOptions share;

    @Option(
            names = "--consume",
            converter = Names.Consumer.class,
            paramLabel = "WHO",
            defaultValue = "own",
            description = {
                "own: docaxis' consumer, whose conclusions are proved; none; count: a plain consumer that counts; or the name"
                        + " of a consumer group of yours, whose lag is followed (default: ${DEFAULT-VALUE})."
            })
    private Consumption consume;

    @Option(
            names = "--broker-port",
            converter = WholeNumbers.Port.class,
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the embedded broker; 0: any free port (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    @Option(
            names = "--disk-budget",
            converter = ByteSize.class,
            paramLabel = "BYTES",
            defaultValue = "10GB",
            description = {
                "The most that the load's records may take: docaxis' own broker deletes what all consumers have passed; on another"
                        + " cluster a load that writes more is refused (default: ${DEFAULT-VALUE})."
            })
    private long diskBudget;

    @Option(
            names = "--dry-run",
            converter = Names.File.class,
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = DryRunOutput.STANDARD,
            description = {
                "Send nothing: write what would be sent as lines of JSON to FILE, or to standard output where none is named."
            })
    private Path dryRun;

    private final Interruption interruption;

    LoadCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    /** With its subcommand, which has no scenario: so it is for {@link #call} to ask for one. */
    static CommandLine commandLine(Interruption interruption) {
        CommandLine load = new CommandLine(new LoadCommand(interruption)).addSubcommand(new LoadMergeCommand());
        CommandSpec spec = load.getCommandSpec();
        PositionalParamSpec scenario = spec.positionalParameters().get(0);
        spec.remove(scenario);
        spec.addPositional(PositionalParamSpec.builder(scenario)
                .arity("0..1")
                .required(false)
                .build());
        return load;
    }

    @Override
    public Integer call() {
        System.setProperty("docaxis.log", System.getProperty("docaxis.log", "WARN"));
        require(problems());
        clusterOptions.topics();
        consumerOptions.measured = true;
        consumerOptions.check();
        brokerOptions.check(brokerPort);
        Scenario scenario = load.read();
        Requirements requirements = LoadJudgeOptions.requirements(scenario, judging.required);
        LoadPlan plan = plan(scenario, requirements);
        if (dryRun != null) {
            return DryRunOutput.write(
                    plan,
                    partitionsOption.partitions,
                    dryRun,
                    spec.commandLine().getOut());
        }
        Optional<Cluster> named = clusterOptions.namedForLoad(consume.isOwn());
        results.open();
        ProgressLine progress =
                Screen.ofThisProcess().progress(spec.commandLine().getOut());
        progress.offset(scenario.calendar().utcOffsetS());
        progress.show(ProgressSnapshot.of("starting"), 0);
        try (EmbeddedBroker broker = named.isPresent()
                        ? null
                        : brokerOptions.start(brokerPort, spec.commandLine().getErr());
                ClusterWatch watch = named.map(ClusterWatch::open).orElse(null)) {
            Cluster cluster = named.orElseGet(() -> clusterOptions.own(broker.bootstrapServers()));
            PlayedLoad played = new PlayedLoad(
                    plan,
                    cluster,
                    clusterOptions,
                    partitionsOption.partitions,
                    consumerOptions,
                    interruption,
                    Optional.ofNullable(watch),
                    progress,
                    spec.commandLine().getErr());
            played.requireRoom(Optional.ofNullable(broker));
            played.prepare();
            new Rehearsal(plan, consumerOptions, interruption, progress).play(load.rehearsal());
            Optional<LoadResult> result = played.play(broker != null);
            if (broker != null) {
                broker.disregard();
            }
            return result.map(each -> results.conclude(each, spec.commandLine().getOut()))
                    .orElse(ExitCode.INTERRUPTED);
        } finally {
            progress.clear();
        }
    }

    private LoadPlan plan(Scenario scenario, Requirements requirements) {
        int all = share.all();
        LoadCurve curve = load.curve(scenario);
        Excerpt excerpt = load.excerpt(scenario, curve, all);
        Map<String, String> settings = new LinkedHashMap<>();
        load.describe(settings);
        records.describe(settings);
        settings.put("sources", Integer.toString(all));
        settings.put("consume", consume.toString());
        clusterOptions.topic().ifPresent(topic -> settings.put("topic", topic));
        settings.put(
                "documents", Long.toString(excerpt.world().scenario().volume().documents()));
        settings.put("require", String.join(", ", requirements.written()));
        return new LoadPlan(
                excerpt,
                curve,
                load.arrivals(excerpt.world()),
                load.warmUp(),
                share.sources,
                share.shard.source(),
                share.shard.sources(),
                Optional.ofNullable(share.startAt),
                records.form(excerpt.world()),
                records.valueBytes(),
                clusterOptions.topic(),
                consume,
                new DiskBudget(diskBudget),
                requirements,
                judging.abortOnBreach,
                judging.allowInvalid,
                settings);
    }

    /** All that is wrong with options that do not fit together. */
    private List<String> problems() {
        List<String> problems = new ArrayList<>(load.problems());
        boolean isOwnBroker = clusterOptions.bootstrapServers == null && clusterOptions.clientConfig == null;
        problems.addAll(clusterOptions.problems(consume, records.format));
        problems.addAll(records.problems(clusterOptions.clientConfig != null));
        problems.addAll(share.problems(isOwnBroker));
        return problems;
    }

    private static void require(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
    }
}
