package io.docaxis.producer.publish;

/** The wall clock of a sending thread, in nanoseconds since 1970, and how that waits. Never goes back. */
interface Clock {

    long nowNs();

    /** Waits, not longer than that. */
    void waitNs(long mostNs);
}
