package io.docaxis.simulator.command;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.group.GroupSelection;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.PolledGroups;
import io.micrometer.core.instrument.Clock;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The lag of consumer groups, as whoever knows Kafka's own tool expects it, with time and a verdict. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = "Prints the lag of consumer groups, in records and in seconds, and how they do.",
        footer = {
            "",
            "Example: docaxis lag --bootstrap-servers 127.0.0.1:9092 --group docaxis.exchange --watch",
            "",
            "How a group does follows from several looks: of one look it is LEARNING, unless it is in trouble that",
            "shows at once. With --watch it goes on looking."
        })
final class LagCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MS = 100;
    /** For the first look. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CLEAR = "\u001B[H\u001B[2J";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--group",
            converter = Names.Group.class,
            paramLabel = "NAME",
            description = "This group alone (default: all).")
    private String group;

    @Option(
            names = "--read-committed",
            converter = Names.Regex.class,
            paramLabel = "REGEX",
            description = "Groups that read what is committed alone, which Kafka does not say (default: docaxis' own).")
    private Pattern readCommitted;

    @Option(names = "--watch", description = "Go on looking, until Ctrl-C.")
    private boolean watch;

    @Option(
            names = "--interval",
            converter = Interval.class,
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "Time from one look to the next, 1s to 5m (default: ${DEFAULT-VALUE}).")
    private Duration interval;

    private final Interruption interruption;

    LagCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Cluster cluster = connection.cluster();
        Optional<Pattern> one = Optional.ofNullable(group).map(name -> Pattern.compile(Pattern.quote(name)));
        ClusterContact contact = new ClusterContact(Clock.SYSTEM, interval);
        try (PolledGroups groups = new PolledGroups(
                        cluster,
                        new GroupSelection(one, Optional.empty(), Optional.ofNullable(readCommitted)),
                        interval,
                        Integer.MAX_VALUE,
                        new ClusterName(Optional.empty()),
                        contact,
                        found -> {},
                        Clock.SYSTEM)
                .start()) {
            GroupsSnapshot shown = first(groups);
            while (shown != null) {
                print(shown);
                if (!watch) {
                    return ExitCode.EXACT;
                }
                shown = next(groups, shown);
            }
        }
        return ExitCode.INTERRUPTED;
    }

    private void print(GroupsSnapshot shown) {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.ofThisProcess();
        if (group != null && shown.groups().isEmpty()) {
            throw new UsageException("--group '" + group + "': there is no such group; without --group all are shown");
        }
        out.print(watch && screen.terminal() ? CLEAR : "");
        out.print(
                shown.groups().isEmpty()
                        ? "no consumer groups\n"
                        : GroupsText.of(shown, Clock.SYSTEM.wallTime(), screen.width()));
        out.print(watch && !screen.terminal() ? "\n" : "");
        out.flush();
    }

    /** Null: interrupted. */
    private GroupsSnapshot first(PolledGroups groups) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<GroupsSnapshot> found = groups.snapshot();
        while (found.isEmpty() && !interruption.await(LOOK_EVERY_MS)) {
            if (System.nanoTime() - until > 0) {
                throw new ClusterException("groups of '" + connection.cluster() + "' are unknown: "
                        + groups.problem().orElse("no answer"));
            }
            found = groups.snapshot();
        }
        return found.orElse(null);
    }

    /** Null: interrupted. */
    private GroupsSnapshot next(PolledGroups groups, GroupsSnapshot before) {
        while (!interruption.await(LOOK_EVERY_MS)) {
            Optional<GroupsSnapshot> found = groups.snapshot();
            if (found.isPresent() && found.get().takenAtMs() != before.takenAtMs()) {
                return found.get();
            }
        }
        return null;
    }
}
