package io.docaxis.simulator.bench.lag;

import java.util.OptionalDouble;

/**
 * How time lag is estimated elsewhere, from offsets or from timestamps that are at hand. One thread at a time; what is seen comes
 * in order of time. Seconds.
 */
enum Estimate {
    /** Records not consumed, by the rate at which records came in the last five minutes. */
    BY_RATE("records ÷ rate of 5 min") {
        @Override
        OptionalDouble seconds(LagQuestion asked, SeenEnds seen) {
            double perMs = seen.perMs(asked.atMs(), 300_000);
            return perMs > 0
                    ? OptionalDouble.of((asked.end() - asked.commit()) / perMs / 1000)
                    : OptionalDouble.empty();
        }
    },
    /** The commit's place between the log's ends as they were seen; beyond them, on the same line. */
    INTERPOLATED("on a line through 60 looks, 30 s apart") {
        @Override
        OptionalDouble seconds(LagQuestion asked, SeenEnds seen) {
            OptionalDouble then = seen.timeOf(asked.commit());
            return then.isPresent() ? OptionalDouble.of(Math.max(0, (asked.atMs() - then.getAsDouble()) / 1000)) : then;
        }
    },
    /** The time of the newest record that was consumed. */
    NEWEST_CONSUMED("age of the newest record consumed") {
        @Override
        OptionalDouble seconds(LagQuestion asked, SeenEnds seen) {
            return asked.newestConsumedMs() < 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((asked.atMs() - asked.newestConsumedMs()) / 1000.0);
        }
    };

    private final String words;

    Estimate(String words) {
        this.words = words;
    }

    abstract OptionalDouble seconds(LagQuestion asked, SeenEnds seen);

    String words() {
        return words;
    }
}
