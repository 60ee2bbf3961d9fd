package io.docaxis.simulator.verdict;

/**
 * A cell on which ledger and tally disagree: in how many there are, which these are, how late in all, or how lateness is spread.
 *
 * @param key as {@link io.docaxis.common.tally.CellKey} packs it
 */
public record CellDifference(long key, CellContent expected, CellContent found) {

    /** Whether both have the same ones, as far as fingerprints tell. */
    public boolean sameObligations() {
        return expected.fingerprint() == found.fingerprint();
    }

    /** The first bucket of lateness in which they differ, or −1. */
    public int firstOtherBucket() {
        for (int bucket = 0;
                bucket < Math.max(expected.late().size(), found.late().size());
                bucket++) {
            if (expected.inBucket(bucket) != found.inBucket(bucket)) {
                return bucket;
            }
        }
        return -1;
    }

    /** Whether both sides say the same. */
    boolean isNone() {
        return expected.equals(found);
    }
}
