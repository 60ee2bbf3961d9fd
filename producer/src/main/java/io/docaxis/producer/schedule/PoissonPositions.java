package io.docaxis.producer.schedule;

import io.docaxis.common.hash.Hash;

/** The events of one source that has a Poisson process of its own: sums of exponential gaps, the same on every machine. Not thread-safe. */
final class PoissonPositions implements ArrivalPositions {

    private static final double UNIT = 0x1p-53;

    private final long seed;
    private final int sources;

    private long number = -1;
    private double position;

    /** Of the count: the first event that is not before the place asked for last. */
    private long counted;

    private double countedTo;

    PoissonPositions(long seed, int source, int sources) {
        this.seed = Hash.mix(Hash.mix(seed, source));
        this.sources = sources;
        countedTo = gap(0);
    }

    @Override
    public double at(long wanted) {
        if (wanted == number + 1) {
            number = wanted;
            position += gap(number);
        } else if (wanted != number) {
            throw new IllegalArgumentException("event " + wanted + ": want " + number + " or " + (number + 1));
        }
        return position;
    }

    @Override
    public long before(double event) {
        while (countedTo < event) {
            countedTo += gap(++counted);
        }
        return counted;
    }

    /** Before an event, in events of all sources. */
    private double gap(long of) {
        double even = ((Hash.mixWith(seed, of) >>> 11) + 1) * UNIT;
        return -StrictMath.log(even) * sources;
    }
}
