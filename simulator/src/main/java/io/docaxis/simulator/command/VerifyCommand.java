package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.topic.Purpose;
import io.docaxis.common.kafka.topic.TopicSetup;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.simulator.cluster.ClusterWatch;
import io.docaxis.simulator.report.Machine;
import io.docaxis.simulator.result.RunCost;
import io.docaxis.simulator.result.RunReport;
import io.docaxis.simulator.result.Verification;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares what producers and consumers left in the cluster. Needs neither of them running. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compares ledger and tally of a run in a Kafka cluster, and prints the verdict.",
        footer = {"", "Example: docaxis verify --bootstrap-servers 127.0.0.1:9092"})
final class VerifyCommand implements Callable<Integer> {

    /** For topics. */
    private static final long LOOK_EVERY_MS = 250;
    /** For the end of a run that goes on: the machine is the run's meanwhile. */
    private static final long FOLLOW_EVERY_MS = 1_000;
    /** Of the cluster: who only reads can do nothing without it. */
    private static final Duration MOST_SILENCE = Duration.ofSeconds(25);

    /** Consumers at full speed say every eight seconds what they have read. */
    private static final Duration KNOWN_AFTER = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions;

    @Mixin
    private ResultOptions resultOptions;

    @Option(
            names = "--timeout",
            converter = WholeNumbers.Timeout.class,
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Longest wait for the run to begin and end (default: ${DEFAULT-VALUE}).")
    private int timeoutS;

    private final Interruption interruption;
    private volatile SortedMap<Integer, PartHeader> consumed = new TreeMap<>();

    VerifyCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Stopwatch stopwatch = Stopwatch.started();
        Cluster cluster = clusterOptions.cluster();
        Topics topics = clusterOptions.topics();
        resultOptions.open();
        try (ClusterWatch brokers = ClusterWatch.open(cluster, Duration.ofSeconds(timeoutS))) {
            return verify(cluster, topics, brokers, stopwatch);
        }
    }

    private int verify(Cluster cluster, Topics topics, ClusterWatch brokers, Stopwatch stopwatch) {
        awaitTopics(cluster, topics, brokers, stopwatch);
        if (interruption.isRequested()) {
            return interrupted();
        }
        try (Verification verification = new Verification(cluster, topics, patience());
                RunWatch watch = new RunWatch(cluster, topics, () -> consumed, KNOWN_AFTER)) {
            boolean ended = false;
            while (!ended
                    && !interruption.isRequested()
                    && inTime(stopwatch)
                    && watch.impossible().isEmpty()) {
                brokers.requireAnswers(MOST_SILENCE);
                ended = verification.follow();
                consumed = verification.consumed();
                if (!verification.isLedgerFinal()) {
                    interruption.await(FOLLOW_EVERY_MS);
                }
            }
            if (interruption.isRequested()) {
                return interrupted();
            }
            if (!ended) {
                watch.impossible().ifPresent(spec.commandLine().getErr()::println);
            }
            RunReport report =
                    verification.report(() -> RunCost.ofOnlooker(stopwatch.elapsedMs(), Machine.peakRssBytes()));
            return resultOptions.conclude(report, spec.commandLine().getOut());
        }
    }

    /** The processes of a run start in any order: this one may be the first, before anyone created the topics. */
    private void awaitTopics(Cluster cluster, Topics topics, ClusterWatch brokers, Stopwatch stopwatch) {
        TopicSetup setup = new TopicSetup(cluster, topics);
        boolean announced = false;
        for (List<String> lacking = setup.missing(Purpose.VERIFY);
                !lacking.isEmpty();
                lacking = setup.missing(Purpose.VERIFY)) {
            brokers.requireAnswers(MOST_SILENCE);
            String missing = "there is no topic '" + lacking.get(0) + "' at '" + cluster.bootstrapServers() + "'";
            if (!inTime(stopwatch)) {
                throw new ClusterException(missing + ": produce something first, or name its --prefix");
            }
            if (!announced) {
                spec.commandLine().getErr().println(missing + " yet: waiting for a run to begin");
                announced = true;
            }
            if (interruption.await(LOOK_EVERY_MS)) {
                return;
            }
        }
    }

    /** With a broker that does not answer once the time is up: a share of it. */
    private Duration patience() {
        return Duration.ofMillis(Math.min(15_000, Math.max(3_000, timeoutS * 200L)));
    }

    private boolean inTime(Stopwatch stopwatch) {
        return stopwatch.elapsedMs() < timeoutS * 1000L;
    }

    private int interrupted() {
        spec.commandLine().getErr().println("interrupted: nothing was compared");
        return ExitCode.INTERRUPTED;
    }
}
