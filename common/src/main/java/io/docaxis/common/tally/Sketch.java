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
    /** Longs a cell: sums of the entry's three words, sum of its checks. How many entries it holds is not needed to know one. */
    private static final int WIDTH = 4;
    /** Longs in all. */
    public static final int WORDS = TABLES * TABLE * WIDTH;

    private final long[] words = new long[WORDS];

    /** What disagrees: in the first sketch and not in the second, the reverse, and whether more could not be named. */
    public record Difference(List<ObligationId> onlyHere, List<ObligationId> onlyThere, boolean more) {}

    void add(int sign, long a, long b, long c, long hash) {
        long h = hash;
        for (int table = 0; table < TABLES; table++) {
            int at = (table * TABLE + (int) (h & (TABLE - 1))) * WIDTH;
            words[at] += sign * a;
            words[at + 1] += sign * b;
            words[at + 2] += sign * c;
            words[at + 3] += sign * hash;
            h >>>= 20;
        }
    }

    /** The hash of an entry: its place in the sketch and its share in fingerprints. */
    static long hash(long a, long b, long c) {
        return Hash.mix(Hash.mix(a, b) ^ c);
    }

    /**
     * An obligation's share in the fingerprint of each cell that counts it.
     *
     * @throws IllegalArgumentException if a part does not fit: no cell counts such a thing
     */
    public static long fingerprint(ObligationId id) {
        return hash(
                ObligationId.a(id.thread(), id.document(), id.receiver()),
                ObligationId.b(id.obligation().ordinal(), id.outcome().ordinal(), id.latenessS()),
                ObligationId.c(id.debtor(), id.deadline()));
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

    /** Peels this sketch minus the other; of one that was damaged, what it names may be wrong, and there is more. */
    public Difference minus(Sketch other) {
        Sketch rest = new Sketch();
        for (int i = 0; i < WORDS; i++) {
            rest.words[i] = words[i] - other.words[i];
        }
        List<ObligationId> here = new ArrayList<>();
        List<ObligationId> there = new ArrayList<>();
        boolean progress = true;
        // an entry leaves its cell empty for good: a sketch that gives more than it has cells was damaged, and would go
        // on for ever
        while (progress && here.size() + there.size() <= TABLES * TABLE) {
            progress = false;
            for (int at = 0; at < WORDS; at += WIDTH) {
                progress |= rest.peel(at, here, there);
            }
        }
        return new Difference(here, there, !rest.isZero());
    }

    private boolean peel(int at, List<ObligationId> here, List<ObligationId> there) {
        return peel(1, at, here) || peel(-1, at, there);
    }

    /** Takes an entry out that is alone in its cell with that sign: then its check is the hash of its words. */
    private boolean peel(int sign, int at, List<ObligationId> into) {
        long a = sign * words[at];
        long b = sign * words[at + 1];
        long c = sign * words[at + 2];
        long hash = sign * words[at + 3];
        if ((a | b | c | hash) == 0 || hash != hash(a, b, c)) {
            return false;
        }
        into.add(ObligationId.of(a, b, c));
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
