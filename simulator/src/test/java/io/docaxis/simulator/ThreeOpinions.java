package io.docaxis.simulator;

import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.tally.Counter;
import io.docaxis.common.tally.ObligationId;
import io.docaxis.common.tally.Sketch;
import io.docaxis.common.tally.Tally;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.Excerpt;
import io.docaxis.producer.plan.ThreadPlan;
import io.docaxis.producer.plan.ThreadPlanner;
import io.docaxis.producer.plan.World;
import io.docaxis.producer.publish.RunIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the plan's side, the perfect observer and the consumer make of a world, each told of every thread: once as it happens, whatever
 * the channel would do to it, and once as the channel delivers it. Not thread-safe.
 */
final class ThreeOpinions {

    private final World world;
    private final int sources;
    private final int partitions;
    private final SortedMap<String, String> differences = new TreeMap<>();
    private long obligations;
    private long deliveries;

    ThreeOpinions(World world, int sources, int partitions) {
        this.world = world;
        this.sources = sources;
        this.partitions = partitions;
    }

    /** By what is compared and cell: what the one says, and what the other. */
    SortedMap<String, String> differences() {
        asItHappens();
        asItIsDelivered(Collections.nCopies(sources, Excerpt.whole(world)), world.endsAt());
        return differences;
    }

    /**
     * The same for what the channel delivers of an excerpt of the world.
     *
     * @param declaredEndsAt the end that start markers say: that of the excerpt, a later one, or 0
     */
    SortedMap<String, String> differences(Excerpt excerpt, long declaredEndsAt) {
        asItIsDelivered(Collections.nCopies(sources, excerpt), declaredEndsAt);
        return differences;
    }

    /** The same for an excerpt of each source; they have the same beginning, and the same end. */
    SortedMap<String, String> differences(List<Excerpt> excerpts) {
        asItIsDelivered(excerpts, world.endsAt());
        return differences;
    }

    long obligations() {
        return obligations;
    }

    long deliveries() {
        return deliveries;
    }

    /** Of a thread that is not plain the plan names obligations, documents and dispatches; what is counted beside, observers find. */
    private void asItHappens() {
        Ledger plain = new Ledger(world);
        Ledger others = new Ledger(world);
        List<List<Mail>> ofPlain = new ArrayList<>();
        List<List<Mail>> ofOthers = new ArrayList<>();
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        for (long thread = 0; thread < world.threads(); thread++) {
            planner.plan(thread, plan);
            (plan.isPlain() ? plain : others).expect(plan);
            (plan.isPlain() ? ofPlain : ofOthers).add(Chaos.undisturbed(plan));
            obligations += plan.conclusions();
        }
        TwoOpinions opinions = new TwoOpinions(world, sources, partitions, 20);
        Tally observed = opinions.observed(ofPlain);
        compare("plain threads as they happen, plan and observer", cells(plain.expected()), cells(observed));
        Tally observedOthers = opinions.observed(ofOthers);
        compare(
                "other threads as they happen, plan and observer",
                withoutCounters(others.expected()),
                withoutCounters(observedOthers));
        observed.merge(observedOthers);
        ofPlain.addAll(ofOthers);
        compare("as it happens, observer and consumer", cells(observed), cells(opinions.concluded(ofPlain)));
    }

    private void asItIsDelivered(List<Excerpt> excerpts, long declaredEndsAt) {
        Excerpt excerpt = excerpts.get(0);
        ObservedDeliveries observed = new ObservedDeliveries(excerpt);
        var run = new RunIdentity(world.scenario(), world.seed(), sources, excerpt.beginsAt());
        RunStarted started =
                run.runStarted().toBuilder().setEndsAt(declaredEndsAt).build();
        PurePipeline.Outcome outcome = PurePipeline.run(excerpts, started, new PurePartitions(partitions), observed);
        deliveries = outcome.deliveries();
        SortedMap<String, String> seen = cells(observed.conclude());
        compare("as it is delivered, ledger and observer", cells(outcome.expected()), seen);
        compare("as it is delivered, observer and consumer", seen, cells(outcome.concluded()));
        Sketch.Difference sketches =
                outcome.expected().sketch().minus(outcome.concluded().sketch());
        compare("obligations by name", named(sketches.onlyHere()), named(sketches.onlyThere()));
        compare("books", Map.of("scheduled", "" + outcome.scheduled()), Map.of("scheduled", "" + deliveries));
    }

    private static SortedMap<String, String> named(List<ObligationId> obligations) {
        SortedMap<String, String> named = new TreeMap<>();
        obligations.forEach(each -> named.put(each.toString(), "one"));
        return named;
    }

    private static SortedMap<String, String> cells(Tally tally) {
        return Disagreement.cells(tally);
    }

    private static SortedMap<String, String> withoutCounters(Tally tally) {
        SortedMap<String, String> cells = cells(tally);
        for (Counter counter : Counter.values()) {
            cells.remove(counter.label());
        }
        return cells;
    }

    private void compare(String what, Map<String, String> here, Map<String, String> there) {
        var names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            String one = here.getOrDefault(name, "nothing");
            String other = there.getOrDefault(name, "nothing");
            if (!one.equals(other)) {
                differences.put(what + ": " + name, one + " and " + other);
            }
        }
    }
}
