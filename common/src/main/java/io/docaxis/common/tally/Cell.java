package io.docaxis.common.tally;

import io.docaxis.common.hash.Keyed;
import java.util.Arrays;
import java.util.List;

/**
 * One cell: how many, which (an order-free fingerprint), how late; of reports how many by agency. What is added can be taken back exactly. Not
 * thread-safe.
 */
public final class Cell extends Keyed {

    /** One bucket for each power of two of seconds. */
    static final int LATENESS_BUCKETS = 40;

    long count;
    long fingerprint;
    long latenessS;
    /** By log2 of lateness, or by level-1 agency; null while there is nothing in it. */
    long[] histogram;
    /** Changed since {@link Tally#takeChanged} last gave it out; one flag a reader. */
    int changed;

    Cell(long key) {
        super(key);
    }

    public long key() {
        return key;
    }

    public long count() {
        return count;
    }

    public long fingerprint() {
        return fingerprint;
    }

    /** Sum of lateness over what is late, seconds. */
    public long latenessS() {
        return latenessS;
    }

    /** Of the late: bucket b holds lateness from 2^(b-1) up to 2^b - 1 seconds. Of reports: those of the level-1 agency of that number. */
    public long inBucket(int bucket) {
        return histogram == null ? 0 : histogram[bucket];
    }

    /** Counts by bucket, up to the last that is not 0. */
    public List<Long> histogram() {
        return usedBuckets() == 0
                ? List.of()
                : Arrays.stream(histogram, 0, usedBuckets()).boxed().toList();
    }

    public boolean isZero() {
        return count == 0 && fingerprint == 0 && latenessS == 0 && usedBuckets() == 0;
    }

    /** Whether it is to be deleted: it is of a kind that is not kept when it is empty, and whoever is shown cells has been shown that. */
    public boolean isDeleted() {
        return count == 0 && (changed & ChangedCells.PUBLISHED) == 0 && CellKey.isDeletedWhenEmpty(key) && isZero();
    }

    /** How many buckets there are up to the last that is not 0. */
    public int usedBuckets() {
        int used = histogram == null ? 0 : histogram.length;
        while (used > 0 && histogram[used - 1] == 0) {
            used--;
        }
        return used;
    }

    public static int bucket(long latenessS) {
        return Math.min(LATENESS_BUCKETS - 1, 64 - Long.numberOfLeadingZeros(latenessS));
    }

    void set(long newCount, long newFingerprint, long newLatenessS, List<Long> newHistogram) {
        count = newCount;
        fingerprint = newFingerprint;
        latenessS = newLatenessS;
        histogram = null;
        if (!newHistogram.isEmpty()) {
            histogram = emptyHistogram();
            for (int i = 0; i < newHistogram.size(); i++) {
                histogram[i] = newHistogram.get(i);
            }
        }
    }

    void add(int sign, long hash, long lateS) {
        count += sign;
        fingerprint += sign * hash;
        if (lateS > 0) {
            latenessS += sign * lateS;
            if (histogram == null) {
                histogram = emptyHistogram();
            }
            histogram[bucket(lateS)] += sign;
        }
    }

    /** Counts a report of a level-1 agency. */
    void report(int level1) {
        if (histogram == null) {
            histogram = emptyHistogram();
        }
        count++;
        histogram[level1]++;
    }

    private long[] emptyHistogram() {
        return new long[CellKey.buckets(key)];
    }

    /** Adds another cell's content: merging partial tallies. */
    void merge(Cell other) {
        count += other.count;
        fingerprint += other.fingerprint;
        latenessS += other.latenessS;
        if (other.histogram != null) {
            if (histogram == null) {
                histogram = emptyHistogram();
            }
            for (int i = 0; i < histogram.length; i++) {
                histogram[i] += other.histogram[i];
            }
        }
    }
}
