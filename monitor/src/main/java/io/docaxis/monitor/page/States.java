package io.docaxis.monitor.page;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.group.GroupsSnapshot.WatchedGroup;
import io.docaxis.monitor.health.Diagnosis;
import io.docaxis.monitor.page.Marks.State;
import io.docaxis.monitor.page.Marks.Thing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How everything is that may change in the course of a run. Not thread-safe. */
final class States {

    static final String GROUP = "group";
    static final String SOURCE = "source";
    static final String AGENCY = "agency";
    static final String CLUSTER = "cluster";
    static final String RUN = "run";
    static final String BOOKS = "books";

    private final Map<Thing, State> states = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();

    private States() {}

    /** Looks, and marks what has changed. */
    static void look(Moment moment, Marks marks) {
        States found = new States();
        found.addCluster(moment);
        found.addGroups(moment);
        found.addRun(moment);
        marks.look(moment.nowMs(), moment.simulatedS(), found.states, found.kinds);
    }

    private void add(String kind, String name, String label, boolean bad, String text) {
        states.put(new Thing(kind, name), new State(label, bad, text));
    }

    private void addCluster(Moment moment) {
        kinds.add(CLUSTER);
        boolean silent = moment.silentS().isPresent();
        add(
                CLUSTER,
                moment.cluster().orElse(""),
                silent ? "unanswered" : "answered",
                silent,
                moment.clusterProblem().orElse(""));
    }

    private void addGroups(Moment moment) {
        if (moment.groups().isEmpty()) {
            return;
        }
        kinds.add(GROUP);
        for (WatchedGroup group : moment.groups().get().groups()) {
            Optional<Diagnosis> diagnosis = group.report().map(report -> report.diagnosis());
            diagnosis.ifPresent(found -> add(
                    GROUP,
                    group.found().name(),
                    found.health().name(),
                    found.health().isTrouble(),
                    found.why()));
        }
    }

    private void addRun(Moment moment) {
        Optional<PartHeader> about = moment.figures().tally().about();
        if (about.isEmpty()) {
            return;
        }
        kinds.addAll(Set.of(RUN, SOURCE, AGENCY, BOOKS));
        boolean ended = moment.figures().tally().ended();
        add(
                RUN,
                about.get().getRunId(),
                ended ? "ended" : "started",
                false,
                about.get().getScenario());
        boolean balance = moment.figures().round().booksBalance();
        add(BOOKS, "", balance ? "balanced" : "unbalanced", !balance, "");
        for (int source : moment.event().sources().keySet()) {
            boolean silent = moment.figures().round().silentSources().contains(source);
            add(SOURCE, String.valueOf(source), silent ? "silent" : "heard", silent, "");
        }
        AgencyCatalogue level1 = AgencyCatalogue.level1();
        for (int agency = 0; agency < level1.size(); agency++) {
            boolean silent = moment.figures().isSilent(agency).orElse(false);
            add(AGENCY, level1.code(agency).value(), silent ? "silent" : "heard", silent, "");
        }
    }
}
