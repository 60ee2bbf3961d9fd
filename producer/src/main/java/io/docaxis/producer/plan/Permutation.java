package io.docaxis.producer.plan;

import io.docaxis.common.hash.Hash;

/**
 * A seeded bijection of the numbers below a bound: a Feistel network over the next power of four, walked until it lands below
 * the bound. Any place in constant time and no memory, so that a thread's shape needs no table. Immutable.
 */
final class Permutation {

    private static final int ROUNDS = 4;

    private final long bound;
    private final int halfBits;
    private final long halfMask;
    private final long seed;

    Permutation(long bound, long seed) {
        this.bound = bound;
        this.seed = seed;
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, bound - 1));
        halfBits = (bits + 1) / 2;
        halfMask = (1L << halfBits) - 1;
    }

    long at(long index) {
        long value = index;
        do {
            value = scramble(value);
        } while (value >= bound);
        return value;
    }

    private long scramble(long value) {
        long left = value >>> halfBits;
        long right = value & halfMask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ Hash.mix(seed + round ^ right << 8) & halfMask;
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
