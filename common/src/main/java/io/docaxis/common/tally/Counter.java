package io.docaxis.common.tally;

import java.util.Locale;

/**
 * Names under which records and observations are counted. Every record of the log is counted under exactly one name of kind
 * {@link Kind#RECORD} or {@link Kind#DELIVERY}, so that the books balance; observations are counted beside.
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
    /** For a dispatch that is forgotten, or whose document did not come within a horizon. */
    UNMATCHED(Kind.RECORD),
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
    TICK(Kind.DELIVERY),
    MARKER(Kind.DELIVERY),

    /** An answering document from an agency that the asked document did not go to. */
    ANSWER_FROM_STRANGER(Kind.OBSERVATION),
    /** An answering document that does not go to the asker. */
    ANSWER_NOT_TO_ASKER(Kind.OBSERVATION),
    /** An answer to a document that is forgotten, or did not come within a horizon. */
    ANSWER_UNMATCHED(Kind.OBSERVATION),
    /** Of 02 and 03, the later: changes nothing. */
    LATER_OF_REFUSAL_AND_ACCEPTANCE(Kind.OBSERVATION),
    /** A recall, update or replacement by another than the original sender, or of a document that is not there. */
    CONCERNS_UNMATCHED(Kind.OBSERVATION),
    /** 13 from another than the sender. */
    RECALL_BY_STRANGER(Kind.OBSERVATION),
    /** A second request to take back the same dispatch. */
    RECALL_REPEATED(Kind.OBSERVATION),
    /** 15 or 16 where nothing was asked back, or after the first of them. */
    RECALL_ANSWER_WITHOUT_REQUEST(Kind.OBSERVATION),
    /** Signed after sent: no send duty. */
    SIGNED_AFTER_SENT(Kind.OBSERVATION),
    /** Not signed, or at a time that the calendar does not know: no send duty. */
    NOT_SIGNED(Kind.OBSERVATION),
    /** A due date that cannot be read, or that the calendar does not know: no respond duty. */
    DUE_DATE_UNREADABLE(Kind.OBSERVATION),
    /** A due date whose deadline is at or before sending: no respond duty. */
    DUE_DATE_PAST(Kind.OBSERVATION),
    /** A receiver named twice, or the sender itself: removed. */
    RECEIVER_REMOVED(Kind.OBSERVATION),
    /** A receiver code that is not in the catalogue: removed. */
    RECEIVER_UNKNOWN(Kind.OBSERVATION),
    /** A status that came before its document. */
    STATUS_BEFORE_DOCUMENT(Kind.OBSERVATION),
    /** Dispatches refused: the first of 02 and 03 is 02. */
    REFUSED(Kind.OBSERVATION),
    /** Dispatches asked back. */
    RECALLED(Kind.OBSERVATION),
    /** Dispatches none of whose obligations is open or overdue. */
    SETTLED(Kind.OBSERVATION);

    /** What a counter says. */
    public enum Kind {
        /** One record of the log, by what became of it: the same however the run was delivered. */
        RECORD,
        /** One record of the log that belongs to delivery: varies with partitions, sources and restarts. */
        DELIVERY,
        /** Something worth knowing beside. */
        OBSERVATION
    }

    private static final Counter[] ALL = values();

    private final Kind kind;

    Counter(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The name used in results, metrics and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Counter of(int ordinal) {
        return ALL[ordinal];
    }
}
