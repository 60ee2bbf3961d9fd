package io.docaxis.common.event;

/** The delivery of an event as mutable fields, as {@link DocumentSent}: not part of the world. Not thread-safe. */
public final class Envelope {
    /** Hash of the run id. */
    public long run;

    public int source;
    /** Per source and partition, from 1. */
    public long sequence;
    /** The source's simulated clock, seconds. */
    public long emittedAt;
    /** Wall clock, milliseconds. */
    public long intendedAtMs;
    /** Microseconds beyond {@link #intendedAtMs}, up to {@link EventLimits#MAX_MICROS}. */
    public int intendedAtUs;
}
