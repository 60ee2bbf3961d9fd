package io.docaxis.simulator.drill;

import io.docaxis.common.kafka.fastpath.FastClients;
import java.util.ArrayList;
import java.util.List;

/**
 * Drills one after another, each with as many seeds as wanted. A void attempt is repeated with the next seed that was not tried
 * yet, a few times.
 */
public final class Drills {

    /** After this many void attempts in a row the drill is given up. */
    private static final int MOST_VOID = 3;

    /** Is told what goes on. */
    public interface Listener {
        void starts(Drill drill, long seed, int moment);

        void ended(AttemptResult result);
    }

    private final long firstSeed;
    private final int seeds;
    private final long documents;
    private final FastClients fastClients;
    private final Listener listener;

    /**
     * What is to be done.
     *
     * @param firstSeed the seeds go up from here
     * @param seeds how many attempts of each drill have to count
     * @param documents of each run
     * @param fastClients of all its processes
     */
    public Drills(long firstSeed, int seeds, long documents, FastClients fastClients, Listener listener) {
        this.firstSeed = firstSeed;
        this.seeds = seeds;
        this.documents = documents;
        this.fastClients = fastClients;
        this.listener = listener;
    }

    /** Does them all, whatever becomes of each. */
    public List<AttemptResult> play(List<Drill> drills) throws InterruptedException {
        List<AttemptResult> results = new ArrayList<>();
        for (Drill drill : drills) {
            play(drill, results);
        }
        return results;
    }

    private void play(Drill drill, List<AttemptResult> results) throws InterruptedException {
        long seed = firstSeed;
        int empty = 0;
        for (int counted = 0; counted < seeds && empty < MOST_VOID; seed++) {
            Attempt attempt = new Attempt(drill, seed, documents, fastClients);
            listener.starts(drill, seed, attempt.moment());
            AttemptResult result = attempt.play();
            listener.ended(result);
            results.add(result);
            if (result.isPassed() || result.isFailed()) {
                counted++;
                empty = 0;
            } else {
                empty++;
            }
        }
    }
}
