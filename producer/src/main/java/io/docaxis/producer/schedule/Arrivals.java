package io.docaxis.producer.schedule;

/** Where on a load's curve the events of each source are. Immutable. */
public sealed interface Arrivals {

    /** One event after the other, as the rate has them: the j-th of source k of n is event j·n + k of the load. */
    Arrivals EVEN = new Even();

    /** The events of one source. */
    ArrivalPositions of(int source, int sources);

    /** See {@link #EVEN}. */
    record Even() implements Arrivals {
        @Override
        public ArrivalPositions of(int source, int sources) {
            return new ArrivalPositions() {
                @Override
                public double at(long number) {
                    return (double) (number * sources + source);
                }

                @Override
                public long before(double event) {
                    return Math.max(0, (long) Math.ceil((event - source) / sources));
                }
            };
        }
    }

    /** As by many who know nothing of each other: each source has a Poisson process of its own. */
    record Poisson(long seed) implements Arrivals {
        @Override
        public ArrivalPositions of(int source, int sources) {
            return new PoissonPositions(seed, source, sources);
        }
    }
}
