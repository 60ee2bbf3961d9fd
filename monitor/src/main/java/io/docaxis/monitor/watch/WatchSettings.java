package io.docaxis.monitor.watch;

import io.docaxis.common.event.Topics;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.group.GroupSelection;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is watched of a cluster, and how.
 *
 * @param prefixes of docaxis, of those that are found; empty: all
 * @param interval from one round to the next, over the groups and over each prefix
 * @param cluster under which name its figures are shown; empty: its own id
 * @param maxSeries groups whose partitions would make more series than that are shown as sums
 * @param hasAliases whether they are shown under kafka_exporter's names too
 */
public record WatchSettings(
        GroupSelection selection,
        Set<String> prefixes,
        Duration interval,
        Optional<String> cluster,
        int maxSeries,
        boolean hasAliases) {

    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
    public static final int DEFAULT_MAX_SERIES = 20_000;

    /** Everything, as often as usual. */
    public static final WatchSettings DEFAULT = new WatchSettings(
            GroupSelection.ALL, Set.of(), DEFAULT_INTERVAL, Optional.empty(), DEFAULT_MAX_SERIES, false);

    public WatchSettings {
        prefixes = Set.copyOf(prefixes);
    }

    /** What a consuming process watches for its own page: its group and its prefix, every second. */
    public static WatchSettings ofItself(Topics topics) {
        GroupSelection own = new GroupSelection(
                Optional.of(exactly(topics.group())), Optional.of(exactly(topics.events())), Optional.empty());
        return new WatchSettings(
                own, Set.of(topics.prefix()), Figures.EVERY_SECOND, Optional.empty(), DEFAULT_MAX_SERIES, false);
    }

    private static Pattern exactly(String name) {
        return Pattern.compile(Pattern.quote(name));
    }

    /** The same, but that often. */
    public WatchSettings every(Duration other) {
        return new WatchSettings(selection, prefixes, other, cluster, maxSeries, hasAliases);
    }

    /** The same, but of these prefixes. */
    public WatchSettings of(Set<String> others) {
        return new WatchSettings(selection, others, interval, cluster, maxSeries, hasAliases);
    }

    /** Of {@link #maxSeries} those under kafka_exporter's names: a partition has 4 of them, and at most 12 of docaxis' own. */
    int aliasSeries() {
        return hasAliases ? maxSeries / 4 : 0;
    }

    /** Those under docaxis' own names. */
    int groupSeries() {
        return maxSeries - aliasSeries();
    }

    boolean hasPrefix(String prefix) {
        return prefixes.isEmpty() || prefixes.contains(prefix);
    }
}
