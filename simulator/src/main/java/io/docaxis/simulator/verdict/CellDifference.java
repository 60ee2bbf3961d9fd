package io.docaxis.simulator.verdict;

/**
 * A cell on which ledger and tally disagree.
 *
 * @param key as {@link io.docaxis.common.tally.CellKey} packs it
 * @param sameObligations whether the fingerprints are equal
 */
public record CellDifference(
        long key,
        long expectedCount,
        long foundCount,
        boolean sameObligations,
        long expectedLatenessS,
        long foundLatenessS) {

    /** Whether both sides say the same. */
    boolean isNone() {
        return expectedCount == foundCount && sameObligations && expectedLatenessS == foundLatenessS;
    }
}
