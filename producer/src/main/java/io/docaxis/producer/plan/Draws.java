package io.docaxis.producer.plan;

import io.docaxis.common.hash.Hash;

/** A stream of random numbers that is a function of its seed alone (SplitMix64). Integers only, no allocation. Not thread-safe. */
public final class Draws {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int MILLION = 1_000_000;

    private long state;

    /** Starts over from a seed. */
    public Draws from(long seed) {
        state = seed;
        return this;
    }

    public long next() {
        state += STEP;
        return Hash.mix(state);
    }

    /** 0 to bound − 1; bound from 1. */
    public int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** True with that probability, in millionths. Takes a number in any case, so that what is drawn after it does not depend on it. */
    public boolean chance(int ppm) {
        if (ppm == 0) {
            skip();
            return false;
        }
        return below(MILLION) < ppm;
    }

    /** Passes a number over, whatever it is: most disturbances of most scenarios are never drawn. */
    private void skip() {
        state += STEP;
    }

    /** True in one case of that many. */
    public boolean oneIn(int cases) {
        return below(cases) == 0;
    }

    /** A fraction of 2^32, even. */
    public long fraction() {
        return next() >>> 32;
    }

    /** A fraction of 2^32, mostly small: its root is even. */
    public long earlyFraction() {
        long root = next() >>> 32;
        return root * root >>> 32;
    }
}
