package io.docaxis.common.obligation;

/** A duty with a deadline. The ordinal is part of keys in tally and ledger, and the name of those of lateness: append only. */
public enum Obligation {
    /** The sender passes a signed document on. Opens at signing. One a document; debtor: the sender. */
    SEND,
    /** A receiver says that it has the document. Opens at sending. One a dispatch; debtor: the receiver. */
    ACKNOWLEDGE,
    /** A receiver answers by the due date. Opens at sending, where a due date is given. One a dispatch. */
    RESPOND,
    /** A receiver answers a recall. Opens at the first request. At most one a dispatch. */
    ANSWER_RECALL;

    private static final Obligation[] ALL = values();

    public static Obligation of(int ordinal) {
        return ALL[ordinal];
    }
}
