package io.docaxis.monitor.figures;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Obligations by outcome of each agency of any level, without those below it. Kept in pages of 64 agencies, which copies share until one of them changes: a
 * copy costs a reference a page. Not thread-safe; a copy to which nothing is added may be read by any thread.
 */
final class AgencyOutcomes {

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int OUTCOMES = Outcome.NONE.ordinal();
    private static final int OF_AGENCY = Obligation.values().length * OUTCOMES;

    /** By number of the agency; null: all are 0. */
    private long[][] pages;
    /** Pages that a copy has too. */
    private final BitSet shared = new BitSet();

    AgencyOutcomes() {
        pages = new long[0][];
    }

    /** The same, to be kept. */
    AgencyOutcomes(AgencyOutcomes from) {
        pages = from.pages.clone();
        shared.set(0, pages.length);
        from.shared.set(0, pages.length);
    }

    void add(int agency, Obligation obligation, Outcome outcome, long count) {
        page(agency >>> PAGE_BITS)[index(agency, obligation, outcome)] += count;
    }

    /** A page that is nobody else's. */
    private long[] page(int number) {
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, number + 1);
        }
        if (pages[number] == null) {
            pages[number] = new long[PAGE * OF_AGENCY];
        } else if (shared.get(number)) {
            pages[number] = pages[number].clone();
        }
        shared.clear(number);
        return pages[number];
    }

    long count(int agency, Obligation obligation, Outcome outcome) {
        int number = agency >>> PAGE_BITS;
        return outcome == Outcome.NONE || number >= pages.length || pages[number] == null
                ? 0
                : pages[number][index(agency, obligation, outcome)];
    }

    private static int index(int agency, Obligation obligation, Outcome outcome) {
        return (agency & (PAGE - 1)) * OF_AGENCY + obligation.ordinal() * OUTCOMES + outcome.ordinal();
    }
}
