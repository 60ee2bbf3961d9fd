package io.docaxis.common.tally;

import io.docaxis.common.hash.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * An invertible Bloom look-up table over obligations and their outcomes: fixed size, order-free, mergeable by adding. The
 * difference of two sketches peels into the obligations on which their sources disagree, up to about a thousand; beyond
 * that it says that there are more. (Eppstein, Goodrich, Uyeda, Varghese: "What's the Difference?", SIGCOMM 2011.)
 *
 * <p>Three tables of {@link #TABLE} cells; an entry lies in one cell of each. Not thread-safe.
 */
public final class Sketch {

    private static final int TABLES = 3;
    private static final int TABLE = 1024;
    /** Longs a cell: count, sums of the entry's three words, sum of its checks. */
    private static final int WIDTH = 5;
    /** Longs in all. */
    public static final int WORDS = TABLES * TABLE * WIDTH;

    private final long[] words = new long[WORDS];

    /** What disagrees: in the first sketch and not in the second, the reverse, and whether more could not be named. */
    public record Difference(List<ObligationId> onlyHere, List<ObligationId> onlyThere, boolean more) {}

    void add(int sign, long a, long b, long c, long hash) {
        long h = hash;
        for (int table = 0; table < TABLES; table++) {
            int at = (table * TABLE + (int) (h & (TABLE - 1))) * WIDTH;
            words[at] += sign;
            words[at + 1] += sign * a;
            words[at + 2] += sign * b;
            words[at + 3] += sign * c;
            words[at + 4] += sign * hash;
            h >>>= 20;
        }
    }

    /** The hash of an entry: its place in the sketch and its share in fingerprints. */
    static long hash(long a, long b, long c) {
        return Hash.mix(Hash.mix(a, b) ^ c);
    }

    public long word(int index) {
        return words[index];
    }

    public void setWord(int index, long value) {
        words[index] = value;
    }

    public void merge(Sketch other) {
        for (int i = 0; i < WORDS; i++) {
            words[i] += other.words[i];
        }
    }

    public void clear() {
        java.util.Arrays.fill(words, 0);
    }

    /** Peels this sketch minus the other. */
    public Difference minus(Sketch other) {
        Sketch rest = new Sketch();
        for (int i = 0; i < WORDS; i++) {
            rest.words[i] = words[i] - other.words[i];
        }
        List<ObligationId> here = new ArrayList<>();
        List<ObligationId> there = new ArrayList<>();
        boolean progress = true;
        while (progress) {
            progress = false;
            for (int at = 0; at < WORDS; at += WIDTH) {
                progress |= rest.peel(at, here, there);
            }
        }
        return new Difference(here, there, !rest.isZero());
    }

    private boolean peel(int at, List<ObligationId> here, List<ObligationId> there) {
        long count = words[at];
        if (count != 1 && count != -1) {
            return false;
        }
        int sign = (int) count;
        long a = sign * words[at + 1];
        long b = sign * words[at + 2];
        long c = sign * words[at + 3];
        long hash = sign * words[at + 4];
        if (hash != hash(a, b, c)) {
            return false;
        }
        (sign > 0 ? here : there).add(ObligationId.of(a, b, c));
        add(-sign, a, b, c, hash);
        return true;
    }

    private boolean isZero() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }
}
