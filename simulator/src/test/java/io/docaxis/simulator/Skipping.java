package io.docaxis.simulator;

import org.junit.jupiter.api.Assumptions;

/** Tests that cannot prove anything here, and say so. */
public final class Skipping {

    private Skipping() {}

    /**
     * Ends a test as skipped.
     *
     * @param test its name, for whoever reads the build's output
     * @param reason why it is skipped, or null: it goes on
     */
    public static void because(String test, String reason) {
        if (reason != null) {
            System.out.println("SKIPPED " + test + ": " + reason);
        }
        Assumptions.assumeTrue(reason == null, reason);
    }
}
