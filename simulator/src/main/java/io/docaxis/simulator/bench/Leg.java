package io.docaxis.simulator.bench;

import java.util.Locale;

/** What is measured side by side. */
public enum Leg {
    /** The pipeline's own records through Kafka alone, to a consumer that counts them. */
    RAW,
    /** Kafka's own tools, with records of the same lengths. */
    TOOLS,
    /** The pipeline, exactly once, to its verdict. */
    PIPELINE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
