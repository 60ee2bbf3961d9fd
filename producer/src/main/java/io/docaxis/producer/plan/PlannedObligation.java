package io.docaxis.producer.plan;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;

/** An obligation and the outcome that the plan chose for it. Reused; not thread-safe. */
public final class PlannedObligation {

    int document;
    int receiver;
    Obligation obligation;
    Outcome outcome;
    int debtor;
    long openedOn;
    long deadline;
    long latenessS;

    public int document() {
        return document;
    }

    /** Or {@link io.docaxis.common.tally.ObligationId#NO_RECEIVER}. */
    public int receiver() {
        return receiver;
    }

    public Obligation obligation() {
        return obligation;
    }

    public Outcome outcome() {
        return outcome;
    }

    public int debtor() {
        return debtor;
    }

    /** Local day. */
    public long openedOn() {
        return openedOn;
    }

    public long deadline() {
        return deadline;
    }

    /** 0 unless late. */
    public long latenessS() {
        return latenessS;
    }
}
