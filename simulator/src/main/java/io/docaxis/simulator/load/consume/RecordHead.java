package io.docaxis.simulator.load.consume;

/** What a record says about its delivery, as mutable fields, filled again and again. Not thread-safe. */
public final class RecordHead {

    /** There is no last sequence. */
    public static final long NONE = -1;

    /** Hash of the run id. */
    public long run;

    public int source;
    /** Per source and partition, from 1; 0: it has none. */
    public long sequence;
    /** Whether it is a document or a status. */
    public boolean isEvent;
    /** When the schedule wanted it sent, nanoseconds since 1970; 0: it does not say. */
    public long intendedAtNs;
    /** Where it is the last of its source in this partition: the last sequence that the source gave; else {@link #NONE}. */
    public long lastSequence;
}
