package io.docaxis.producer.emission;

import io.docaxis.producer.plan.Cut;

/** Lets a source's deliveries through, in their order, up to a cut. Not thread-safe. */
final class CutGate {

    private final Cut cut;
    /** How many it was asked about of the second and thread within which the cut is. */
    private int asked;

    CutGate(Cut cut) {
        this.cut = cut;
    }

    /** Whether the next delivery is before the cut. */
    boolean lets(long emittedAt, long thread) {
        if (emittedAt < cut.at()) {
            return true;
        }
        return cut.isAfter(emittedAt, thread, cut.isWithin(emittedAt, thread) ? asked++ : 0);
    }
}
