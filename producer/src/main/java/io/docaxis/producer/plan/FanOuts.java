package io.docaxis.producer.plan;

import io.docaxis.producer.scenario.Weighted;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many threads have how many receivers, by weights; with an exact sum where one is asked for. */
final class FanOuts {

    private FanOuts() {}

    /** Threads by fan-out as the weights say. */
    static SortedMap<Integer, Long> of(long threads, List<Weighted> weights) {
        SortedMap<Integer, Long> merged = new TreeMap<>();
        weights.forEach(w -> merged.merge(w.value(), (long) w.weight(), Long::sum));
        long[] shares = Apportionment.of(
                threads, merged.values().stream().mapToLong(Long::longValue).toArray());
        SortedMap<Integer, Long> counts = new TreeMap<>();
        int i = 0;
        for (int value : merged.keySet()) {
            counts.put(value, shares[i++]);
        }
        return counts;
    }

    static long sum(SortedMap<Integer, Long> counts) {
        long sum = 0;
        for (var entry : counts.entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum;
    }

    /**
     * Moves threads between neighbouring fan-outs, evenly over all of them, until the sum of receivers is the target; the last
     * few receivers may need one thread with a fan-out between two neighbours.
     *
     * @throws IllegalArgumentException if the target is out of reach
     */
    static SortedMap<Integer, Long> withSum(SortedMap<Integer, Long> counts, long target) {
        long threads = counts.values().stream().mapToLong(Long::longValue).sum();
        long least = threads == 0 ? 0 : threads * counts.firstKey();
        long most = threads == 0 ? 0 : threads * counts.lastKey();
        if (target < least || target > most) {
            throw new IllegalArgumentException(target + " is out of reach; " + least + " to " + most + " can be made");
        }
        int[] values = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        long[] numbers = counts.values().stream().mapToLong(Long::longValue).toArray();
        long missing = target - sum(counts);
        boolean down = missing < 0;
        if (down) {
            mirror(values, numbers);
        }
        int odd = raise(values, numbers, Math.abs(missing));
        SortedMap<Integer, Long> exact = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            exact.put(Math.abs(values[i]), numbers[i]);
        }
        if (odd != 0) {
            exact.merge(Math.abs(odd), 1L, Long::sum);
        }
        return exact;
    }

    /** Returns the value of one thread taken out of the numbers and put between two neighbours, or 0. */
    private static int raise(int[] values, long[] numbers, long by) {
        long missing = by;
        while (missing > 0) {
            long oneStep = 0;
            for (int i = 0; i < values.length - 1; i++) {
                oneStep += numbers[i] * (values[i + 1] - values[i]);
            }
            long before = missing;
            long share = Math.min(before, oneStep);
            for (int i = values.length - 2; i >= 0; i--) {
                long moved = part(numbers[i], share, oneStep);
                numbers[i] -= moved;
                numbers[i + 1] += moved;
                missing -= moved * (values[i + 1] - values[i]);
            }
            if (missing == before) {
                int step = widestStep(values, numbers, missing);
                if (step < 0) {
                    return oddOne(values, numbers, missing);
                }
                numbers[step]--;
                numbers[step + 1]++;
                missing -= values[step + 1] - values[step];
            }
        }
        return 0;
    }

    /** So much of a number, rounded down, as a part is of a whole. */
    private static long part(long number, long part, long whole) {
        if (Math.multiplyHigh(number, part) == 0 && number * part >= 0) {
            return number * part / whole;
        }
        return BigInteger.valueOf(number)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    private static int widestStep(int[] values, long[] numbers, long atMost) {
        int widest = -1;
        for (int i = 0; i < values.length - 1; i++) {
            int step = values[i + 1] - values[i];
            if (numbers[i] > 0 && step <= atMost && (widest < 0 || step > values[widest + 1] - values[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private static int oddOne(int[] values, long[] numbers, long missing) {
        int i = 0;
        while (numbers[i] == 0) {
            i++;
        }
        numbers[i]--;
        return values[i] + (int) missing;
    }

    private static void mirror(int[] values, long[] numbers) {
        int[] oldValues = Arrays.copyOf(values, values.length);
        long[] oldNumbers = Arrays.copyOf(numbers, numbers.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = -oldValues[values.length - 1 - i];
            numbers[i] = oldNumbers[values.length - 1 - i];
        }
    }
}
