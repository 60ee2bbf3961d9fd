package io.docaxis.simulator.drill;

import io.docaxis.producer.plan.Draws;
import java.util.Optional;

/** What one drill does to a running pipeline. One instance for one attempt. */
interface Fault {

    /**
     * How many seconds the producer takes for its run where nothing holds it up.
     *
     * @param startMs how long the consumers took to be at work: where that is long, everything is
     */
    default long playS(long startMs) {
        return Math.max(10, 2 * startMs / 1000);
    }

    /** The moment at which it strikes, in percent of all events that have come as far as {@link #come} says. */
    default int moment(Draws draws) {
        return 15 + draws.below(61);
    }

    /** How many records have come as far as matters for the moment: they are applied. */
    default long come(Pipeline pipeline) throws InterruptedException {
        return pipeline.applied();
    }

    /** Starts the consumers of the pipeline before anything is produced. */
    default void startConsumers(Pipeline pipeline) {
        pipeline.startConsumer();
    }

    /**
     * Breaks something, and does what a supervisor would do to put it right; returns when all that is left is to wait. What
     * follows by chance is drawn from the pipeline's draws.
     */
    InjectedFault strike(Pipeline pipeline) throws InterruptedException;

    /** Why the attempt proved nothing; empty if it did. */
    default Optional<String> emptiness(Rework rework) {
        return rework.replayed() + rework.restored() > 0
                ? Optional.empty()
                : Optional.of("nothing was replayed or restored");
    }
}
