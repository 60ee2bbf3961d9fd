package io.docaxis.simulator.load.judge;

import java.util.Locale;

/** What comparing a load's ledger with its consumers' conclusions came to. */
public enum Proof {
    EXACT,
    DIFFERS,
    INCOMPLETE,
    /** Nothing compared: the consumer was not docaxis' own. */
    NOT_PROVED;

    /** As results write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that label */
    public static Proof of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
