package io.docaxis.monitor.health;

/** The first record that a group can read in a partition and has not consumed, as far as somebody has read it. */
public sealed interface FirstRecord {

    /** There is none: nothing is readable, or what is there are transaction markers and records of aborted transactions. */
    record None() implements FirstRecord {}

    /** It could not be read, or was not; there may be one. */
    record Unread() implements FirstRecord {}

    /**
     * It was read.
     *
     * @param offset its own, which may be after the commit
     * @param timestampMs what it says about when it was written: by the producer's clock, or the broker's
     */
    record At(long offset, long timestampMs) implements FirstRecord {}

    FirstRecord NONE = new None();
    FirstRecord UNREAD = new Unread();
}
