package io.docaxis.monitor.page;

import io.docaxis.common.event.Topics;
import io.docaxis.monitor.figures.EventLag;
import io.docaxis.monitor.figures.Figures;
import io.docaxis.monitor.group.GroupsSnapshot;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.inquiry.RunTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that is known of a prefix and its cluster at one moment.
 *
 * @param nowMs wall clock
 * @param cluster its name; empty: it has not said that
 * @param silentS for how long the cluster has not answered; empty: it answers
 * @param clusterProblem what came instead of an answer
 * @param prefix empty: there is none on the cluster
 * @param prefixes all that there are
 * @param source of the figures, for what it has ready beside them
 * @param groups empty: nothing is known of them
 */
record Moment(
        long nowMs,
        Optional<String> cluster,
        OptionalDouble silentS,
        Optional<String> clusterProblem,
        Optional<String> prefix,
        List<String> prefixes,
        Optional<Figures> source,
        FiguresView figures,
        Optional<GroupsSnapshot> groups,
        RunHere here) {

    RunTime time() {
        return RunTime.of(figures.tally().about());
    }

    EventLag event() {
        return figures.tally().event();
    }

    /** How far simulated time has come; NaN: unknown. */
    double simulatedS() {
        return event().newest().isPresent() ? event().newest().getAsLong() : Double.NaN;
    }

    /** The group that consumes the prefix. */
    Optional<WatchedGroup> consumers() {
        return prefix.flatMap(name -> groups.flatMap(known -> known.groups().stream()
                .filter(group -> group.found().name().equals(new Topics(name).group()))
                .findFirst()));
    }
}
