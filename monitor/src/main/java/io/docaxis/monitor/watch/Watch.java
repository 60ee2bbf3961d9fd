package io.docaxis.monitor.watch;

import io.docaxis.common.event.Topics;
import io.docaxis.common.kafka.Cluster;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.RequestCount;
import io.docaxis.monitor.endpoint.Series;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.PolledGroups;
import io.docaxis.monitor.inquiry.Prefixes;
import io.micrometer.core.instrument.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Watches a cluster: one round over its groups an interval, and the figures of each prefix of docaxis that is found on the way.
 * What is shown is what is known then; nobody is asked for it. Thread-safe to read.
 */
public final class Watch implements Prefixes, AutoCloseable {

    private final Cluster cluster;
    private final WatchSettings settings;
    private final Clock clock;
    private final ClusterName name;
    private final ClusterContact contact;
    private final RequestCount requests;
    private final Optional<Figures> given;
    private final PolledGroups groups;
    private final SortedMap<String, Figures> prefixes = new ConcurrentSkipListMap<>();
    private boolean closed;

    /**
     * Knows nothing until {@link #start} was called.
     *
     * @param given figures of a prefix that somebody else has gathered and goes on to
     * @param contact told of every answer
     * @param requests counts what is asked
     */
    public Watch(
            Cluster cluster,
            WatchSettings settings,
            Optional<Figures> given,
            ClusterContact contact,
            RequestCount requests,
            Clock clock) {
        this.cluster = requests.counted(cluster);
        this.contact = contact;
        this.requests = requests;
        this.settings = settings;
        this.given = given;
        this.clock = clock;
        name = new ClusterName(settings.cluster());
        groups = new PolledGroups(
                this.cluster,
                given.map(figures -> settings.selection().knowing(figures.prefix()))
                        .orElse(settings.selection()),
                settings.interval(),
                settings.groupSeries(),
                name,
                contact,
                found -> follow(found.prefixes()),
                clock);
    }

    public Watch start() {
        groups.start();
        return this;
    }

    /** Gathers figures of the prefixes that are there, and of no others. */
    private synchronized void follow(SortedMap<String, Integer> found) {
        if (closed) {
            return;
        }
        List<String> gone = new ArrayList<>(prefixes.keySet());
        gone.removeAll(found.keySet());
        gone.forEach(prefix -> prefixes.remove(prefix).close());
        found.forEach((prefix, partitions) -> {
            if (partitions == 0) {
                // how many it has was not answered
                return;
            }
            if (isGiven(prefix)) {
                given.get().expect(partitions);
            } else if (settings.hasPrefix(prefix)) {
                prefixes.computeIfAbsent(
                                prefix,
                                first -> new Figures(
                                                cluster, new Topics(prefix), partitions, settings.interval(), clock)
                                        .start())
                        .expect(partitions);
            }
        });
    }

    private boolean isGiven(String prefix) {
        return given.filter(figures -> figures.prefix().equals(prefix)).isPresent();
    }

    /** Whether the cluster answers. */
    public ClusterContact.Status contact() {
        return contact.status();
    }

    /** The groups, as far as they are known. */
    public Optional<GroupsSnapshot> groups() {
        return groups.snapshot();
    }

    /** Under which name the cluster's figures are shown; empty until it has said that. */
    public Optional<String> cluster() {
        return name.get();
    }

    /** The prefixes that are there. */
    public SortedSet<String> prefixes() {
        SortedSet<String> names = new TreeSet<>(prefixes.keySet());
        given.ifPresent(figures -> names.add(figures.prefix()));
        return names;
    }

    @Override
    public SortedSet<String> get() {
        return prefixes();
    }

    @Override
    public Optional<Figures> figures(String prefix) {
        return isGiven(prefix) ? given : Optional.ofNullable(prefixes.get(prefix));
    }

    /** Adds all that there is to show; nothing before the cluster has said its name. */
    void addTo(Series series) {
        name.get().ifPresent(cluster -> {
            contact.addTo(series, cluster);
            requests.addTo(series, cluster);
            groups.addTo(series, cluster);
            if (settings.hasAliases()) {
                groups.snapshot()
                        .ifPresent(shown -> new KafkaExporterAliases(series, settings.aliasSeries()).add(shown));
            }
            given.ifPresent(figures -> figures.addTo(series, cluster));
            prefixes.values().forEach(figures -> figures.addTo(series, cluster));
        });
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        groups.close();
        synchronized (this) {
            closed = true;
        }
        prefixes.values().forEach(Figures::close);
    }
}
