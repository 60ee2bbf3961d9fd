package io.docaxis.common.tally;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names under which records and observations are counted. Every record of the log is counted under exactly one name of kind
 * {@link Kind#RECORD} or {@link Kind#DELIVERY}, so that the books balance; observations are counted beside.
 *
 * <p>The ordinal is part of the {@link CellKey}, and results show the name: append only.
 */
public enum Counter {
    /** A document or status that became a fact. */
    APPLIED(Kind.RECORD),
    /** An event identity already seen. */
    DUPLICATE(Kind.RECORD),
    /** A status already reported for the dispatch, under another identity; 05 may repeat. */
    REPEATED(Kind.RECORD),
    /** Emitted more than a horizon after it occurred. */
    TOO_LATE(Kind.RECORD),
    /** Says that it occurred more than a horizon after it was emitted: no clock is that wrong. */
    OFF_CLOCK(Kind.RECORD),
    /** For a dispatch that is forgotten, or whose document did not come within a horizon. */
    UNMATCHED(Kind.RECORD),
    /** Says that it occurred on a day that the calendar's tables do not have. */
    REJECTED_OUTSIDE_CALENDAR(Kind.RECORD),
    /** A sender that is not in the catalogue. */
    REJECTED_UNKNOWN_SENDER(Kind.RECORD),
    /** A status for an agency that is not in the catalogue. */
    REJECTED_UNKNOWN_AGENCY(Kind.RECORD),
    /** A status for an agency that the document did not go to. */
    REJECTED_NOT_A_RECEIVER(Kind.RECORD),
    /** A status code that the axis does not have. */
    REJECTED_UNKNOWN_STATUS(Kind.RECORD),
    DEAD_LETTER_MALFORMED(Kind.RECORD),
    DEAD_LETTER_CHECKSUM(Kind.RECORD),
    DEAD_LETTER_UNKNOWN_KIND(Kind.RECORD),
    DEAD_LETTER_NO_RECEIVER(Kind.RECORD),

    /** A sequence already seen: sent again by a restarted source. Depends on delivery, not on the world. */
    RESENT(Kind.DELIVERY),
    /** A record of another run. */
    FOREIGN(Kind.DELIVERY),
    /** A record that nobody can read, and that no source of this run sent: the reason is in the dead letters. */
    DEAD_LETTER_STRAY(Kind.DELIVERY),
    TICK(Kind.DELIVERY),
    MARKER(Kind.DELIVERY),

    /** An answering document from an agency that the asked document did not go to. */
    ANSWER_FROM_STRANGER(Kind.OBSERVATION),
    /** An answering document that does not go to the asker. */
    ANSWER_NOT_TO_ASKER(Kind.OBSERVATION),
    /** An answer to a document that is forgotten, or did not come within a horizon. */
    ANSWER_UNMATCHED(Kind.OBSERVATION),
    /** Dispatches accepted (03), then refused (02): the acceptance stands. */
    REFUSED_AFTER_ACCEPTANCE(Kind.OBSERVATION),
    /** Dispatches refused (02), then accepted (03): the refusal stands. */
    ACCEPTED_AFTER_REFUSAL(Kind.OBSERVATION),
    /**
     * A recall, update or replacement that concerns no dispatch: it is by another than the original sender, goes to none of the
     * original receivers, or comes when their dispatches are forgotten, or the document is not there.
     */
    CONCERNS_UNMATCHED(Kind.OBSERVATION),
    /** 13 from another than the sender. */
    RECALL_BY_STRANGER(Kind.OBSERVATION),
    /** A second request to take back the same dispatch. */
    RECALL_REPEATED(Kind.OBSERVATION),
    /** 15 or 16 where nothing was asked back, or after the first of them. */
    RECALL_ANSWER_WITHOUT_REQUEST(Kind.OBSERVATION),
    /** Signed after sent: no send duty. */
    SIGNED_AFTER_SENT(Kind.OBSERVATION),
    /** Not signed: no send duty. */
    NOT_SIGNED(Kind.OBSERVATION),
    /** A due date that cannot be read: no respond duty. */
    DUE_DATE_UNREADABLE(Kind.OBSERVATION),
    /** Duties, of whichever kind, whose deadline lies on a day that the calendar does not have, or is counted from one: there are none such. */
    DEADLINE_OUTSIDE_CALENDAR(Kind.OBSERVATION),
    /** A due date whose deadline is at or before sending: no respond duty. */
    DUE_DATE_PAST(Kind.OBSERVATION),
    /** A receiver named twice, or the sender itself: removed. */
    RECEIVER_REMOVED(Kind.OBSERVATION),
    /** A receiver code that is not in the catalogue: removed. */
    RECEIVER_UNKNOWN(Kind.OBSERVATION),
    /** A status that came before its document. */
    STATUS_BEFORE_DOCUMENT(Kind.OBSERVATION),
    /** An event emitted after it occurred, though not too late: a slow channel, or a clock that is behind. */
    DELAYED(Kind.OBSERVATION),
    /** An event emitted before it says it occurred: a clock that is ahead. */
    AHEAD(Kind.OBSERVATION),
    /** An event taken in after one of its thread that occurred later. */
    OUT_OF_ORDER(Kind.OBSERVATION),
    /** Sequence numbers that a source gave and that never came. */
    MISSING(Kind.OBSERVATION),
    /** Dispatches refused: the first of 02 and 03 is 02. */
    REFUSED(Kind.OBSERVATION),
    /** Dispatches asked back. */
    RECALLED(Kind.OBSERVATION),
    /** Dispatches none of whose obligations is open or overdue. */
    SETTLED(Kind.OBSERVATION),

    PLANTED_DUPLICATE(Kind.PLANTED),
    PLANTED_DELAY(Kind.PLANTED),
    PLANTED_DROP(Kind.PLANTED),
    /** Events held back by an outage. */
    PLANTED_OUTAGE(Kind.PLANTED),
    /** Events whose agency's clock is wrong. */
    PLANTED_CLOCK(Kind.PLANTED),
    PLANTED_CORRUPT(Kind.PLANTED),
    PLANTED_GARBAGE(Kind.PLANTED),
    PLANTED_UNKNOWN_KIND(Kind.PLANTED),
    PLANTED_NO_RECEIVER(Kind.PLANTED),
    PLANTED_UNKNOWN_SENDER(Kind.PLANTED),
    PLANTED_UNKNOWN_RECEIVER(Kind.PLANTED),
    PLANTED_UNKNOWN_AGENCY(Kind.PLANTED),
    PLANTED_ORPHAN_ANSWER(Kind.PLANTED),
    PLANTED_ORPHAN_STATUS(Kind.PLANTED),
    /** Documents held back until a status for them was there. */
    PLANTED_STATUS_BEFORE_DOCUMENT(Kind.PLANTED),
    /** Documents held back until an answer to them was there. */
    PLANTED_ANSWER_BEFORE_DOCUMENT(Kind.PLANTED),
    PLANTED_REPEATED_STATUS(Kind.PLANTED),
    PLANTED_LATE_REFUSAL(Kind.PLANTED),
    /** Answers on their way when the question was asked back. */
    PLANTED_RECALL_CROSSING(Kind.PLANTED);

    /** What a counter says. */
    public enum Kind {
        /** One record of the log, by what became of it: the same however the run was delivered. */
        RECORD,
        /** One record of the log that belongs to delivery: varies with partitions, sources and restarts. */
        DELIVERY,
        /** Something worth knowing beside. */
        OBSERVATION,
        /** What the channel did, by disturbance: only a ledger has it, no stream tells. */
        PLANTED
    }

    private static final Counter[] ALL = values();

    /**
     * What disturbances leave behind: beside how many there were, the tally keeps an order-free fingerprint of which ones, so
     * that equal cells mean the same events and not just as many.
     */
    private static final Set<Counter> TRACES = EnumSet.of(
            DUPLICATE,
            REPEATED,
            TOO_LATE,
            OFF_CLOCK,
            UNMATCHED,
            REJECTED_OUTSIDE_CALENDAR,
            REJECTED_UNKNOWN_SENDER,
            REJECTED_UNKNOWN_AGENCY,
            REJECTED_NOT_A_RECEIVER,
            REJECTED_UNKNOWN_STATUS,
            ANSWER_FROM_STRANGER,
            ANSWER_NOT_TO_ASKER,
            ANSWER_UNMATCHED,
            CONCERNS_UNMATCHED,
            REFUSED_AFTER_ACCEPTANCE,
            ACCEPTED_AFTER_REFUSAL,
            RECALL_BY_STRANGER,
            RECALL_REPEATED,
            RECALL_ANSWER_WITHOUT_REQUEST,
            STATUS_BEFORE_DOCUMENT,
            DELAYED,
            AHEAD,
            OUT_OF_ORDER);

    static {
        TRACES.forEach(counter -> counter.trace = true);
    }

    private final Kind kind;
    /** Set once, while the class is made. */
    private boolean trace;

    Counter(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Whether both sides must have the same. Delivery varies with partitions, sources and restarts, so no ledger can expect it;
     * what was planted only a ledger has.
     */
    public boolean isCompared() {
        return kind == Kind.RECORD || kind == Kind.OBSERVATION;
    }

    /** Whether it is counted with the identity of what it counts: {@link Tally#count(Counter, long, long)}. */
    public boolean isTrace() {
        return trace;
    }

    /** The name used in results, metrics and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Counter of(int ordinal) {
        return ALL[ordinal];
    }
}
