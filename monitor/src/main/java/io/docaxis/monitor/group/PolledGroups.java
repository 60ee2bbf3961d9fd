package io.docaxis.monitor.group;

import io.docaxis.common.kafka.Cluster;
import io.docaxis.common.kafka.Reason;
import io.docaxis.monitor.cluster.ClusterContact;
import io.docaxis.monitor.cluster.ClusterName;
import io.docaxis.monitor.cluster.FailureReason;
import io.docaxis.monitor.cluster.LatestAnswer;
import io.docaxis.monitor.cluster.Poller;
import io.docaxis.monitor.endpoint.Series;
import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest figures of all groups of a cluster, one round an interval. Thread-safe to read. */
public final class PolledGroups implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolledGroups.class);

    private final int maxSeries;
    private final Clock clock;
    private final GroupTrack track;
    private final Poller<GroupsSnapshot> poller;
    private final Set<FailureReason> told = EnumSet.noneOf(FailureReason.class);

    /**
     * Unknown until {@link #start} was called and the cluster has answered.
     *
     * @param maxSeries groups whose partitions would make more series than that are shown as sums
     * @param name learnt on the way
     * @param contact told of every answer
     * @param listener given what each round has found, by the thread that asks
     */
    public PolledGroups(
            Cluster cluster,
            GroupSelection selection,
            Duration interval,
            int maxSeries,
            ClusterName name,
            ClusterContact contact,
            Consumer<GroupsSnapshot> listener,
            Clock clock) {
        this.maxSeries = maxSeries;
        this.clock = clock;
        track = new GroupTrack(interval.toMillis());
        poller = new Poller<>(
                "groups",
                () -> new GroupSource(
                        new GroupsReader(cluster, selection, clock, contact::heard, this::count),
                        track,
                        name,
                        contact,
                        listener,
                        this::count),
                clock,
                interval);
    }

    public PolledGroups start() {
        poller.start();
        return this;
    }

    /** As far as they are known; those of a cluster that has fallen silent with nothing but their names and health. */
    public Optional<GroupsSnapshot> snapshot() {
        return poller.newest().get().or(track::silent);
    }

    /** Why they are not known; empty while they are. */
    public Optional<String> problem() {
        return poller.newest().problem();
    }

    /** Adds all that there is to show. */
    public void addTo(Series series, String cluster) {
        snapshot().ifPresent(groups -> new GroupMetrics(series, cluster, clock.wallTime(), maxSeries).add(groups));
        LatestAnswer<GroupsSnapshot> newest = poller.newest();
        newest.addTo(
                series,
                cluster,
                "groups",
                "",
                newest.last().map(last -> OptionalLong.of(last.takenAtMs())).orElse(OptionalLong.empty()));
    }

    /** One question of many was not answered. */
    private void count(RuntimeException why) {
        poller.newest().count(why);
        FailureReason reason = FailureReason.of(why);
        if (told.add(reason)) {
            LOG.warn("unknown of a part of the groups: {}", Reason.of(why));
        }
    }

    /** Stops asking and waits until the connections are closed. */
    @Override
    public void close() {
        poller.close();
    }
}
