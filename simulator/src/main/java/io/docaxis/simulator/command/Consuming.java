package io.docaxis.simulator.command;

import io.docaxis.consumer.metrics.Figures;
import io.docaxis.consumer.stream.Engine;
import io.docaxis.simulator.progress.Standing;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a command wants to know of the consumer that runs in its process. */
final class Consuming {

    private Consuming() {}

    /** How far all consumers together have come. */
    static Standing standing(String phase, Figures figures) {
        boolean known = figures.tally().isKnown();
        return new Standing(
                phase,
                figures.tally().watermark(),
                OptionalDouble.empty(),
                known ? OptionalLong.of(figures.tally().recordsRead()) : OptionalLong.empty(),
                figures.lag().readable());
    }

    /** @throws IncompleteException if the engine has stopped for good */
    static void requireRunning(Engine engine) {
        engine.failure().ifPresent(why -> {
            throw new IncompleteException("the consumer stopped: " + why);
        });
    }
}
