package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Scenario;
import java.util.Locale;

/**
 * How many events the threads of a world have, by a sample of them, and a volume that has enough. To within some percent; exact where a
 * world has no more threads than the sample. Costs milliseconds. Pure.
 */
public final class EventEstimate {

    private static final int SAMPLE = 4_000;
    private static final double MILLION = 1_000_000;
    /** What the estimate may be wrong by. */
    private static final double MARGIN = 1.04;

    private EventEstimate() {}

    /** Events that the channel delivers of the threads that begin at or after an instant, duplicates left out. */
    public static double events(World world, long beginsAt) {
        long first = world.threadsBefore(beginsAt);
        return eventsAThread(world, first) * (world.threads() - first);
    }

    /** Events for each document. */
    public static double eventsADocument(World world) {
        return events(world, world.startsAt()) / world.scenario().volume().documents();
    }

    private static double eventsAThread(World world, long first) {
        long threads = world.threads() - first;
        long sampled = Math.min(SAMPLE, threads);
        ThreadPlanner planner = new ThreadPlanner(world);
        ThreadPlan plan = new ThreadPlan();
        long events = 0;
        for (long i = 0; i < sampled; i++) {
            planner.plan(first + i * threads / sampled, plan);
            events += plan.events();
        }
        double delivered = 1 - world.scenario().disturbances().dropPpm() / MILLION;
        return sampled == 0 ? 0 : delivered * events / sampled;
    }

    /**
     * A scenario with as many documents as a number of events takes, a little more rather than less.
     *
     * @param beginsAt what begins before is not played
     * @throws IllegalArgumentException if no scenario of its kind has so many
     */
    public static Scenario withEvents(Scenario scenario, double events, long beginsAt) {
        double wanted = events * MARGIN;
        long documents = scenario.volume().documents();
        boolean tooFew = false;
        while (true) {
            Scenario scaled = scenario.scaled(documents);
            double has = events(new World(scaled, scaled.seed()), beginsAt);
            if (has < wanted) {
                tooFew = true;
                documents = documents(scenario, events, Math.max(documents + 1, scaled(documents, wanted, has)));
            } else if (tooFew || has <= wanted * MARGIN || documents == 1) {
                return scaled;
            } else {
                documents = Math.min(documents - 1, scaled(documents, wanted, has));
            }
        }
    }

    private static long scaled(long documents, double wanted, double has) {
        return (long) Math.ceil(has == 0 ? 2.0 * documents : documents * wanted / has);
    }

    private static long documents(Scenario scenario, double events, long documents) {
        if (documents > Scenario.MAX_DOCUMENTS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%.0f events take %d documents of scenario '%s'; at most %d",
                    events,
                    documents,
                    scenario.name(),
                    Scenario.MAX_DOCUMENTS));
        }
        return documents;
    }
}
