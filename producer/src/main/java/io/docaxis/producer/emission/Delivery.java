package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;

/** One record as the channel delivers it; mutable fields, filled again and again by {@link Emission#next}. Not thread-safe. */
public final class Delivery {

    /** What sort of record it is. */
    public enum Kind {
        DOCUMENT,
        STATUS,
        /** {@link #damage} says how. */
        DAMAGED
    }

    /** Simulated time, epoch seconds. */
    public long emittedAt;

    public long thread;
    public Kind kind;
    public Damage damage;
    /** Whether a corrupt copy is one of a document, else of a status. */
    public boolean copyOfDocument;
    /** What the damage is made from: a function of scenario, seed and event. */
    public long damageSeed;
    /** Delivered before. */
    public boolean duplicate;
    /** Lost on the way: it counts in its source's sequence, and nobody gets it. */
    public boolean dropped;
    /** Filled for a document, or a corrupt copy of one; belongs to the emission, good until the next delivery. */
    public DocumentSent document;
    /** Filled for a status, or a corrupt copy of one. */
    public final StatusReported status = new StatusReported();
}
