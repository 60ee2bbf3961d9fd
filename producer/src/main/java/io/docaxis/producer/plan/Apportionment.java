package io.docaxis.producer.plan;

import java.util.Arrays;
import java.util.Comparator;

/** Shares out a whole number by weights so that the shares are whole and add up: largest remainders, ties to the first. */
final class Apportionment {

    private Apportionment() {}

    /** @throws IllegalArgumentException if there is something to share out and no weight */
    static long[] of(long total, long[] weights) {
        long[] shares = new long[weights.length];
        long sum = Arrays.stream(weights).sum();
        if (total == 0) {
            return shares;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("nothing has a weight above 0, so " + total + " cannot be shared out");
        }
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            long product = Math.multiplyExact(total, weights[i]);
            shares[i] = product / sum;
            remainders[i] = product % sum;
            left -= shares[i];
        }
        Integer[] order = new Integer[weights.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> -remainders[i]));
        for (int i = 0; i < left; i++) {
            shares[order[i]]++;
        }
        return shares;
    }
}
