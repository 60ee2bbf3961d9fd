package io.docaxis.producer.ledger;

import io.docaxis.common.event.Status;
import java.util.Comparator;

/**
 * Something said about a dispatch: a status, or a document that bears on it. In the order of what happened, never of arrival.
 *
 * @param at when it happened, epoch seconds
 * @param ordinal of the event that says so
 * @param code a status code, or one of the constants here
 */
record Fact(long at, int ordinal, int code) implements Comparable<Fact> {

    /** The receiver answered with a document of its own. */
    static final int ANSWER = 100;
    /** The sender took the document back with a recall document. */
    static final int RECALL_DOCUMENT = 101;
    /** The sender replaced the document for this receiver. */
    static final int REPLACED = 102;
    /** A 13 from another than the sender: kept only to know it again, and to know the next as repeated. */
    static final int STRANGERS_REQUEST = 103;

    private static final Comparator<Fact> ORDER =
            Comparator.comparingLong(Fact::at).thenComparingInt(Fact::ordinal).thenComparingInt(Fact::code);

    /** The status code as it was reported; of documents none. */
    int status() {
        return code == STRANGERS_REQUEST ? Status.RECALL_REQUESTED : code;
    }

    boolean requestsRecall() {
        return code == Status.RECALL_REQUESTED || code == RECALL_DOCUMENT;
    }

    boolean answersRecall() {
        return code == Status.RECALL_AGREED || code == Status.RECALL_REFUSED;
    }

    /** Whether a person at the receiver's has seen the document: 02 to 06, or an answer. */
    boolean showsReceipt() {
        return code == ANSWER || (code >= Status.REFUSED && code <= Status.COMPLETED);
    }

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
