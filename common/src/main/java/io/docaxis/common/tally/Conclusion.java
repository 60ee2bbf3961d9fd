package io.docaxis.common.tally;

import io.docaxis.common.obligation.Obligation;
import io.docaxis.common.obligation.Outcome;

/**
 * One obligation of a document and what became of it, to be added to a tally or taken back. Fields, filled again and again: there are
 * several for each dispatch. Not thread-safe.
 */
public final class Conclusion {

    public long thread;
    public int document;
    /** Agency number. */
    public int sender;

    public int type;
    public int urgency;
    /** Agency number, or {@link ObligationId#NO_RECEIVER} for <em>send</em>. */
    public int receiver;

    public Obligation obligation;
    public Outcome outcome;
    /** Local day on which the duty opened, days since 1970-01-01. */
    public long openedOn;
    /** Seconds since 1970-01-01T00:00:00Z. */
    public long deadline;
    /** 0 unless late. */
    public long latenessS;

    /** Says of which document it is. */
    public Conclusion about(long number, int documentNumber, int senderNumber, int documentType, int documentUrgency) {
        thread = number;
        document = documentNumber;
        sender = senderNumber;
        type = documentType;
        urgency = documentUrgency;
        return this;
    }

    /** Says of which obligation it is. */
    public Conclusion obligation(Obligation which, int receiverOrNone, long openedOnDay) {
        obligation = which;
        receiver = receiverOrNone;
        openedOn = openedOnDay;
        return this;
    }

    /** Says what became of it. */
    public Conclusion outcome(Outcome what, long dueAt, long lateByS) {
        outcome = what;
        deadline = dueAt;
        latenessS = lateByS;
        return this;
    }

    /** Agency number of who owes it. */
    public int debtor() {
        return receiver == ObligationId.NO_RECEIVER ? sender : receiver;
    }
}
