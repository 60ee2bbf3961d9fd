package io.docaxis.common.tally;

/** What a trace is counted by: both sides must name the same thing by the same number. */
public final class TraceId {

    private static final int ORDINAL_BITS = 16;

    private TraceId() {}

    /** A document or status; of a recall, update, replacement or answer that fits nothing, the document that it is. */
    public static long event(long thread, int ordinal) {
        return thread << ORDINAL_BITS | ordinal;
    }

    /** A document to one of its receivers. */
    public static long dispatch(long thread, int document, int receiver) {
        return ObligationId.a(thread, document, receiver);
    }
}
