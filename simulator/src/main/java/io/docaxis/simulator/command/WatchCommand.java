package io.docaxis.simulator.command;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.endpoint.EndpointSettings;
import io.docaxis.monitor.endpoint.WebEndpoints;
import io.docaxis.monitor.page.PageConfiguration;
import io.docaxis.monitor.watch.WatchExport;
import io.docaxis.monitor.watch.WatchProcess;
import io.docaxis.monitor.watch.WatchSettings;
import io.docaxis.simulator.cluster.ClusterWatch;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Watches a cluster, until it is stopped: all its groups, and all prefixes of docaxis on it. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Shows lag and health of all consumer groups of a Kafka cluster, on a page and as Prometheus metrics.",
            "And what docaxis' consumers concluded there. It needs no traffic of docaxis.",
            "",
            "Options may be given by environment variables too: DOCAXIS_WATCH_BOOTSTRAP_SERVERS, …"
        },
        defaultValueProvider = EnvironmentDefaults.class,
        footer = {
            "",
            "Example: docaxis watch --bootstrap-servers 127.0.0.1:9092 --management-port 9404",
            "         docaxis watch --bootstrap-servers 127.0.0.1:9092 --groups 'orders-.*' --interval 10s"
        })
final class WatchCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MS = 250;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Mixin
    private LookOptions look;

    @Mixin
    private ManagementOptions management;

    @Mixin
    private PageOption page;

    @Option(
            names = "--groups",
            converter = Names.Regex.class,
            paramLabel = "REGEX",
            description = "Groups whose whole names match (default: all).")
    private Pattern groups;

    @Option(
            names = "--topics",
            converter = Names.Regex.class,
            paramLabel = "REGEX",
            description = "Topics whose whole names match, of what groups read (default: all).")
    private Pattern topics;

    @Option(
            names = "--prefix",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Of docaxis' own topics those of this prefix alone; may be repeated (default: all that are found).")
    private List<String> prefixes = List.of();

    @Option(
            names = "--cluster",
            converter = Names.Label.class,
            paramLabel = "NAME",
            description = "Label 'cluster' of its metrics (default: the cluster's own id).")
    private String cluster;

    @Option(
            names = "--max-series",
            converter = WholeNumbers.Series.class,
            paramLabel = "N",
            defaultValue = "20000",
            description =
                    "Series about single partitions; groups beyond that are shown as sums (default: ${DEFAULT-VALUE}).")
    private int maxSeries;

    @Option(
            names = "--aliases",
            converter = Names.Aliases.class,
            paramLabel = "NAMES",
            description = "Show groups under the names of kafka_exporter too: 'kafka_exporter' (default: ours alone).")
    private String aliases;

    private final Interruption interruption;

    WatchCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        WatchSettings settings = settings();
        EndpointSettings endpoint = management.settings();
        Cluster where = connection.cluster();
        try (ClusterWatch brokers = ClusterWatch.openUnanswered(where);
                ConfigurableApplicationContext watch = WebEndpoints.start(
                        endpoint,
                        beans -> {
                            beans.registerBean(Cluster.class, () -> where);
                            beans.registerBean(WatchSettings.class, () -> settings);
                        },
                        WatchExport.class,
                        WatchProcess.class,
                        PageConfiguration.class)) {
            String url = WebEndpoints.url(watch);
            out.println("watching " + where + "; " + url + "/ shows it, " + url
                    + "/actuator/prometheus has metrics; Ctrl-C stops it");
            out.flush();
            PrintWriter err = spec.commandLine().getErr();
            page.open(url, err);
            while (!interruption.await(LOOK_EVERY_MS)) {
                brokers.news().ifPresent(line -> {
                    err.println(line);
                    err.flush();
                });
            }
        }
        out.println("watch stopped");
        return ExitCode.INTERRUPTED;
    }

    private WatchSettings settings() {
        List<String> problems = new ArrayList<>();
        for (String prefix : prefixes) {
            try {
                new Topics(prefix);
            } catch (IllegalArgumentException e) {
                problems.add("--prefix: " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new UsageException(String.join("\n", problems));
        }
        return new WatchSettings(
                look.selection(groups, topics),
                Set.copyOf(prefixes),
                look.interval,
                Optional.ofNullable(cluster),
                maxSeries,
                aliases != null);
    }
}
