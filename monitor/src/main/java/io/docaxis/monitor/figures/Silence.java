package io.docaxis.monitor.figures;

/** What is known of whether an agency reports as it used to. */
public enum Silence {
    /** Too little is known to say anything. */
    LEARNING,
    HEARD,
    SILENT
}
