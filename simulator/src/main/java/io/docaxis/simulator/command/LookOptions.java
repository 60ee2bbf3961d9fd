package io.docaxis.simulator.command;

import io.docaxis.monitor.group.GroupSelection;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How often somebody looks at groups, and how these read. */
final class LookOptions {

    @Option(
            names = "--interval",
            converter = Interval.class,
            paramLabel = "TIME",
            defaultValue = "5s",
            description = "Time from one look to the next, 1s to 5m (default: ${DEFAULT-VALUE}).")
    Duration interval;

    @Option(
            names = "--read-committed",
            converter = Names.Regex.class,
            paramLabel = "REGEX",
            description = "Groups that read what is committed alone, which Kafka does not say (default: docaxis' own).")
    private Pattern readCommitted;

    /**
     * What is looked at.
     *
     * @param groups whose whole names match; null: all
     * @param topics whose whole names match; null: all
     */
    GroupSelection selection(Pattern groups, Pattern topics) {
        return new GroupSelection(
                Optional.ofNullable(groups), Optional.ofNullable(topics), Optional.ofNullable(readCommitted));
    }
}
