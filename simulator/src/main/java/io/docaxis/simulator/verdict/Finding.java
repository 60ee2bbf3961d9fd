package io.docaxis.simulator.verdict;

import java.util.Locale;

/** What a comparison of ledger and tally comes to. */
public enum Finding {
    /** Every cell is equal, and the books balance. */
    EXACT,
    /** Both sides are final, and some cell is not equal. */
    DIFFERS,
    /** There is nothing final to compare, something was not sent, or the books do not balance. */
    INCOMPLETE;

    /** The word in results and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
