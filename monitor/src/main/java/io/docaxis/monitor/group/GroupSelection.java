package io.docaxis.monitor.group;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which groups and topics are looked at, and how groups read.
 *
 * @param groups whose names match as a whole; empty: all
 * @param topics whose names match as a whole; empty: all
 * @param readCommitted groups that read what is committed alone, beside those of docaxis: Kafka does not say it; empty: none
 * @param prefixes known to be docaxis', whatever is in their topics; their events have to be there
 */
public record GroupSelection(
        Optional<Pattern> groups, Optional<Pattern> topics, Optional<Pattern> readCommitted, Set<String> prefixes) {

    /** All groups, all topics. */
    public static final GroupSelection ALL = new GroupSelection(Optional.empty(), Optional.empty(), Optional.empty());

    public GroupSelection {
        prefixes = Set.copyOf(prefixes);
    }

    /** With no prefix that is known before. */
    public GroupSelection(Optional<Pattern> groups, Optional<Pattern> topics, Optional<Pattern> readCommitted) {
        this(groups, topics, readCommitted, Set.of());
    }

    /** The same, and it is known that this prefix is docaxis'. */
    public GroupSelection knowing(String prefix) {
        return new GroupSelection(groups, topics, readCommitted, Set.of(prefix));
    }

    boolean hasGroup(String name) {
        return groups.map(pattern -> pattern.matcher(name).matches()).orElse(true);
    }

    boolean hasTopic(String name) {
        return topics.map(pattern -> pattern.matcher(name).matches()).orElse(true);
    }

    /** @param ours groups of docaxis */
    boolean readsCommitted(String group, Set<String> ours) {
        return ours.contains(group)
                || readCommitted
                        .map(pattern -> pattern.matcher(group).matches())
                        .orElse(false);
    }
}
