package io.docaxis.producer.plan;

import io.docaxis.common.hash.Hash;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.producer.scenario.Scenario;

/**
 * What a scenario and a seed make: how many threads there are, which shape each has and when it begins. What happens in one is
 * {@link ThreadPlanner}'s. Immutable, so that any number of planners can share it.
 */
public final class World {

    /** Most receivers of one document: every dispatch may have some ten events, and a thread 65,536. */
    static final int MAX_FAN_OUT = 3_000;

    private static final int MAX_ANSWERS = 300;
    private static final int DAY_S = 86_400;

    private static final int SHAPES = 1;
    private static final int TIMES = 2;

    private final Scenario scenario;
    private final long seed;
    private final long startsAt;
    private final long endsAt;
    private final ShapeTable shapes;
    private final Permutation permutation;
    private final SendingTimes sending;

    /** @throws IllegalArgumentException if the scenario's numbers make no world; says which, and what can be made */
    public World(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        check(scenario);
        var calendar = scenario.calendar();
        startsAt = calendar.at(scenario.period().from().toEpochDay(), 0);
        endsAt = calendar.at(scenario.period().to().toEpochDay() + 1, 0);
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

    /** When a thread's first document is sent; rises with the thread's number. */
    public long sentAt(long thread) {
        return sending.at(thread);
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

    private static void check(Scenario scenario) {
        var calendar = scenario.calendar();
        long from = scenario.period().from().toEpochDay();
        long to = scenario.period().to().toEpochDay();
        long lastMarked =
                calendar.dayOf(calendar.at(to + 1, 0) - 1 + scenario.rules().longestMarkedS());
        if (to < from
                || !calendar.knows(from)
                || !calendar.knowsWorkingDaysAfter(to, 1)
                || !calendar.knows(lastMarked)) {
            throw new IllegalArgumentException(
                    "period: " + scenario.period().from() + " to "
                            + scenario.period().to()
                            + "; the calendar must know all of it, a working day after it, and the deadlines of urgent documents");
        }
        int largest = scenario.traffic().fanOut().stream()
                .mapToInt(Scenario.Weighted::value)
                .max()
                .orElse(0);
        int asked = scenario.traffic().threads().questionFanOut().stream()
                .mapToInt(Scenario.Weighted::value)
                .max()
                .orElse(0);
        int most = Math.min(MAX_FAN_OUT, scenario.agencies().size() - 1);
        if (largest > most || asked > Math.min(most, MAX_ANSWERS)) {
            throw new IllegalArgumentException("fan-out: up to " + largest + " receivers and " + asked
                    + " of a question; allowed are " + most + " and " + Math.min(most, MAX_ANSWERS));
        }
        long horizonDays = (scenario.rules().horizonS() + DAY_S - 1) / DAY_S;
        if (scenario.rules().finalAfterWorkingDays() < 2 * horizonDays + 10) {
            throw new IllegalArgumentException("rules: overdue is final after "
                    + scenario.rules().finalAfterWorkingDays() + " working days; with a horizon of "
                    + horizonDays + " days it must be " + (2 * horizonDays + 10) + " or more");
        }
    }
}
