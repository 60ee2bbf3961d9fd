package io.docaxis.producer.ledger;

import io.docaxis.common.event.Status;
import io.docaxis.common.hash.BitField;

/**
 * Something said about a dispatch: a status, or a document that bears on it. In the order of what happened, never of arrival.
 *
 * @param at when it happened, epoch seconds
 * @param ordinal of the event that says so
 * @param code a status code, or one of the constants here; below 64, so that a set of codes fits a word
 */
record ObservedFact(long at, int ordinal, int code) implements Comparable<ObservedFact> {

    /** A set of codes has a bit for each. First, for the sets below are made with it. */
    private static final BitField CODE = BitField.lowest("code of a fact", 6);

    /** The receiver answered with a document of its own. */
    static final int ANSWER = 60;
    /** The sender took the document back with a recall document. */
    static final int RECALL_DOCUMENT = 61;
    /** The sender replaced the document for this receiver. */
    static final int REPLACED = 62;
    /** A 13 from another than the sender: kept only to know it again, and to know the next as repeated. */
    static final int STRANGERS_REQUEST = 63;

    /** Codes that ask to take the document back. */
    static final long REQUESTS_RECALL = codes(Status.RECALL_REQUESTED, RECALL_DOCUMENT);
    /** Codes that answer such a request. */
    static final long ANSWERS_RECALL = codes(Status.RECALL_AGREED, Status.RECALL_REFUSED);
    /** Codes by which a person at the receiver's has seen the document: 02 to 06, or an answer. */
    static final long SHOWS_RECEIPT =
            codes(Status.REFUSED, Status.ACCEPTED, Status.ASSIGNED, Status.IN_PROCESS, Status.COMPLETED, ANSWER);

    /** @throws IllegalArgumentException if the code is not below 64: in a set it would stand for another */
    ObservedFact {
        CODE.require(code);
    }

    /** A set of codes. */
    static long codes(int... each) {
        long set = 0;
        for (int code : each) {
            set |= 1L << CODE.require(code);
        }
        return set;
    }

    boolean isOneOf(long codes) {
        return (codes >>> code & 1) != 0;
    }

    /** The status code as it was reported; of documents none. */
    int status() {
        return code == STRANGERS_REQUEST ? Status.RECALL_REQUESTED : code;
    }

    @Override
    public int compareTo(ObservedFact other) {
        int byTime = Long.compare(at, other.at);
        int byEvent = byTime != 0 ? byTime : Integer.compare(ordinal, other.ordinal);
        return byEvent != 0 ? byEvent : Integer.compare(code, other.code);
    }
}
