package io.docaxis.producer.plan;

import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.producer.scenario.Scenario;

/**
 * What a scenario and a seed make: how many threads there are, which shape each has and when it begins. What happens in one is
 * {@link ThreadPlanner}'s. Immutable, so that any number of planners can share it.
 */
public final class World {

    private static final int SHAPES = 1;
    private static final int TIMES = 2;

    private final Scenario scenario;
    private final long seed;
    private final long startsAt;
    private final long endsAt;
    private final ShapeTable shapes;
    private final Permutation permutation;
    private final SendingTimes sending;

    /** @throws IllegalArgumentException if the scenario's numbers, each allowed alone, make no volume; says what can be made */
    public World(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        startsAt = scenario.startsAt();
        endsAt = scenario.endsAt();
        shapes = ShapeTable.of(scenario);
        permutation = new Permutation(shapes.threads(), Hash.mix(seed, SHAPES));
        sending = new SendingTimes(scenario, shapes.threads(), Hash.mix(seed, TIMES));
    }

    public Scenario scenario() {
        return scenario;
    }

    public long seed() {
        return seed;
    }

    public long threads() {
        return shapes.threads();
    }

    /** The first instant of the period. */
    public long startsAt() {
        return startsAt;
    }

    /** The first instant after the period: nothing occurs at or after it. */
    public long endsAt() {
        return endsAt;
    }

    /** The first instant after the drain time: nothing is delivered at or after it. */
    public long drainedAt() {
        return endsAt + scenario.disturbances().drainS();
    }

    /** When a thread's first document is sent; rises with the thread's number. */
    public long sentAt(long thread) {
        return sending.at(thread);
    }

    /** How many threads begin before an instant: the number of the first that does not. */
    public long threadsBefore(long at) {
        long from = 0;
        long to = threads();
        while (from < to) {
            long middle = (from + to) >>> 1;
            if (sentAt(middle) < at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The seed of a purpose within a thread. */
    public long seed(long thread, long purpose) {
        return Hash.mix(seed(thread), purpose);
    }

    /** The seed from which a thread's purposes have theirs. */
    long seed(long thread) {
        return Hash.mix(seed, thread);
    }

    ThreadShape shape(long thread) {
        return shapes.at(permutation.at(thread));
    }

    public Deadlines deadlines() {
        return new Deadlines(scenario.rules(), scenario.calendar());
    }
}
