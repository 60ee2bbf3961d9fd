package io.docaxis.monitor.group;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.ClusterQueries;
import io.docaxis.monitor.cluster.GroupQueries;
import io.docaxis.monitor.cluster.ListedGroups;
import io.docaxis.monitor.cluster.PartitionQueries;
import io.docaxis.monitor.cluster.UnansweredException;
import io.docaxis.monitor.health.LookTime;
import io.micrometer.core.instrument.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks a cluster about all its groups, in few requests: each coordinator and each leader once for each question. One group,
 * partition or right that is missing hides no other. One thread at a time.
 *
 * <p>The order of the questions keeps the answers true while everything moves. Beginnings come first: one that moves later cannot
 * make records lost that were read in between. Commits come before ends: one that moves later cannot make a lag negative. Where
 * commits name topics that were not asked about before, their beginnings are asked for, and the commits once more.
 */
final class GroupsReader implements AutoCloseable {

    private static final String EVENTS = ".events";

    private final GroupSelection selection;
    private final Clock clock;
    private final Consumer<RuntimeException> failures;
    private final ClusterQueries queries;
    private final GroupQueries groups;
    private final PartitionQueries partitions;
    private final TopicsSeen topics;
    private final GroupLooks looks;
    private final PrefixesSeen ours;
    private Set<String> read = Set.of();
    private SortedMap<String, FoundGroup> known = new TreeMap<>();

    /**
     * Asks nothing yet.
     *
     * @param answered called for each question that the cluster answers
     * @param failures told of each question that was not answered, but for those about the cluster as a whole
     */
    GroupsReader(
            Cluster cluster,
            GroupSelection selection,
            Clock clock,
            Runnable answered,
            Consumer<RuntimeException> failures) {
        this.selection = selection;
        this.clock = clock;
        this.failures = failures;
        queries = new ClusterQueries(cluster, answered);
        groups = new GroupQueries(queries);
        partitions = new PartitionQueries(queries);
        topics = new TopicsSeen(partitions, failures);
        ours = new PrefixesSeen(clock::monotonicTime, new OwnRecords(cluster, partitions, topics::led, failures));
        looks = new GroupLooks(cluster, selection, topics, new OpenTransactions(partitions, failures), failures);
    }

    /**
     * One round.
     *
     * @throws UnansweredException if nobody answers at all
     */
    GroupRound read(ClusterName name) throws InterruptedException {
        long askedMs = steadyMs();
        name.learn(queries);
        ListedGroups listed = groups.groups();
        if (listed.groups().isEmpty() && !listed.failures().isEmpty()) {
            throw listed.failures().get(0);
        }
        listed.failures().forEach(failures);
        Set<String> unlisted = new UnlistedGroups(groups, failures).of(known, listed);
        topics.list();
        SortedMap<String, Integer> prefixes = prefixes();
        CommittedOffsets committed = new CommittedOffsets(groups, failures, selected(listed));
        committed.readMembers();
        PartitionRanges ranges = offsets(committed);
        looks.settings(read);
        LookTime time = timeSince(askedMs);
        SortedMap<String, FoundGroup> found = looks.of(committed, ranges, time, prefixes.keySet());
        unlisted.forEach(
                group -> found.computeIfAbsent(group, silent -> known.get(group).unanswered(time)));
        known = found;
        return new GroupRound(time, found, ranges.all(), prefixes, missing());
    }

    private Optional<String> missing() {
        return selection.prefixes().stream()
                .map(prefix -> topics.missing(new Topics(prefix).events()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Map<String, GroupListing> selected(ListedGroups listed) {
        Map<String, GroupListing> selected = new HashMap<>();
        listed.groups().forEach(group -> {
            if (selection.hasGroup(group.groupId())) {
                selected.put(group.groupId(), group);
            }
        });
        return selected;
    }

    /** Asks for beginnings, commits and ends, in that order. */
    private PartitionRanges offsets(CommittedOffsets committed) throws InterruptedException {
        PartitionRanges ranges = new PartitionRanges(partitions, this::tellFailure);
        topics.describe(readable(read));
        ranges.begin(led(readable(read)));
        committed.readCommits();
        Set<String> now = new TreeSet<>();
        committed.names().forEach(group -> now.addAll(committed.topics(group)));
        topics.doubtUnlisted(now.stream().filter(selection::hasTopic).toList());
        read = readable(now);
        topics.describe(read);
        committed.readCommitsAgain(ranges.begin(led(read)));
        ranges.end();
        return ranges;
    }

    private void tellFailure(TopicPartition partition, RuntimeException why) {
        failures.accept(why);
        topics.doubt(partition.topic());
    }

    /** A topic that was replaced is left out of one round, so that whatever was known of the other is forgotten. */
    private Set<String> readable(Collection<String> names) {
        Set<String> readable = new TreeSet<>(names);
        readable.retainAll(topics.names());
        readable.removeAll(topics.replaced());
        readable.removeIf(topic -> !selection.hasTopic(topic));
        return readable;
    }

    private List<TopicPartition> led(Set<String> names) {
        List<TopicPartition> led = new ArrayList<>();
        names.forEach(topic -> led.addAll(topics.led(topic)));
        return led;
    }

    /** The prefixes of docaxis. */
    private SortedMap<String, Integer> prefixes() throws InterruptedException {
        Set<PrefixesSeen.Candidate> named = named();
        topics.describe(named.stream()
                .map(one -> new Topics(one.prefix()))
                .flatMap(own -> Stream.of(own.events(), own.tally()))
                .collect(Collectors.toSet()));
        Set<PrefixesSeen.Candidate> unknown = new HashSet<>(named);
        unknown.removeIf(one -> selection.prefixes().contains(one.prefix()));
        Set<String> found = ours.of(unknown);
        SortedMap<String, Integer> prefixes = new TreeMap<>();
        named.stream()
                .map(PrefixesSeen.Candidate::prefix)
                .filter(prefix -> found.contains(prefix) || selection.prefixes().contains(prefix))
                .forEach(prefix -> prefixes.put(
                        prefix, topics.partitions(new Topics(prefix).events()).size()));
        return prefixes;
    }

    /** Those that have topics named as docaxis names its own. */
    private Set<PrefixesSeen.Candidate> named() {
        Set<PrefixesSeen.Candidate> named = new HashSet<>();
        for (String topic : topics.names()) {
            String prefix = topic.endsWith(EVENTS) ? topic.substring(0, topic.length() - EVENTS.length()) : "";
            if (Topics.isPrefix(prefix) && topics.names().contains(new Topics(prefix).tally())) {
                named.add(new PrefixesSeen.Candidate(prefix, topics.id(topic), topics.id(new Topics(prefix).tally())));
            }
        }
        return named;
    }

    /** When a look was taken that began at some time and ends now. */
    LookTime timeSince(long askedMs) {
        return new LookTime(askedMs, steadyMs(), clock.wallTime());
    }

    /** By a clock that never goes back. */
    long steadyMs() {
        return TimeUnit.NANOSECONDS.toMillis(clock.monotonicTime());
    }

    @Override
    public void close() {
        looks.close();
        queries.close();
    }
}
