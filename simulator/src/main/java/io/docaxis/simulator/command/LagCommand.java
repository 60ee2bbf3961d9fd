package io.docaxis.simulator.command;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.ClusterException;
import io.docaxis.common.kafka.Reason;
import io.docaxis.monitor.cluster.Answers;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.GroupQueries;
import io.docaxis.monitor.group.GroupsJson;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.PolledGroups;
import io.docaxis.simulator.report.JsonReport;
import io.micrometer.core.instrument.Clock;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** The lag of consumer groups, as whoever knows Kafka's own tool expects it, with time and a verdict. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = "Prints the lag of consumer groups, in records and in seconds, and how they do.",
        footer = {
            "",
            "Example: docaxis lag --bootstrap-servers 127.0.0.1:9092 --group docaxis.exchange --watch",
            "",
            "How a group does follows from several looks: of one look it is LEARNING, unless it is in",
            "trouble that shows at once. With --watch it goes on looking."
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

    @Option(names = "--watch", description = "Go on looking, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--json", description = "As JSON; with --watch a line for each look.")
    private boolean json;

    @Mixin
    private LookOptions look;

    private final Interruption interruption;

    LagCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Cluster cluster = connection.cluster();
        Pattern one = group == null ? null : Pattern.compile(Pattern.quote(group));
        ClusterName name = new ClusterName(Optional.empty());
        try (PolledGroups groups = new PolledGroups(
                        cluster,
                        look.selection(one, null),
                        look.interval,
                        Integer.MAX_VALUE,
                        name,
                        new ClusterContact(Clock.SYSTEM, look.interval),
                        found -> {},
                        Clock.SYSTEM)
                .start()) {
            GroupsSnapshot shown = first(groups);
            requireGroup(cluster, shown);
            while (shown != null) {
                print(shown, name.get());
                if (!watch) {
                    return ExitCode.EXACT;
                }
                shown = next(groups, shown);
            }
        }
        return ExitCode.INTERRUPTED;
    }

    /** One that is not there at first is misspelt; later it is gone, and may come back. That nobody lists it does not say that it is not there. */
    private void requireGroup(Cluster cluster, GroupsSnapshot shown) {
        if (group == null || shown == null || !shown.groups().isEmpty()) {
            return;
        }
        try (ClusterQueries queries = new ClusterQueries(cluster)) {
            Answers<String, Boolean> answers = new GroupQueries(queries).areThere(GroupType.CONSUMER, List.of(group));
            RuntimeException why = answers.failed().get(group);
            if (why != null && !GroupQueries.isGone(why)) {
                String grant = why.getCause() instanceof GroupAuthorizationException ? "; grant Describe on it" : "";
                throw new ClusterException("whether there is such a group is unknown: " + Reason.of(why) + grant, why);
            }
            if (why == null && answers.known().get(group)) {
                throw new ClusterException(
                        "group '" + group + "' is there, but nobody lists it yet: its coordinator has just begun");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        throw new UsageException("--group '" + group + "': there is no such group; without --group all are shown");
    }

    private void print(GroupsSnapshot shown, Optional<String> cluster) {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Screen.ofThisProcess();
        if (json) {
            ObjectNode groups = GroupsJson.of(shown, cluster, Optional.empty(), Clock.SYSTEM.wallTime());
            out.print(watch ? groups + "\n" : JsonReport.text(groups));
            out.flush();
            return;
        }
        out.print(watch && screen.terminal() ? CLEAR : "");
        // whoever reads a file wants to know where a look begins
        out.print(watch ? Instant.ofEpochMilli(shown.takenAtMs()).truncatedTo(ChronoUnit.SECONDS) + "\n\n" : "");
        out.print(
                shown.groups().isEmpty()
                        ? (group == null ? "no consumer groups" : "group '" + group + "' is gone") + "\n"
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
