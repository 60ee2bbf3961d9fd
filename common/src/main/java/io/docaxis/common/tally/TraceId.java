package io.docaxis.common.tally;

import io.docaxis.common.event.CaseKind;
import io.docaxis.common.hash.BitField;

/** What a trace is counted by: both sides must name the same thing by the same number. */
public final class TraceId {

    private static final BitField ORDINAL = BitField.lowest("ordinal", 16);
    private static final BitField THREAD = ORDINAL.above("thread", 36);

    private TraceId() {}

    /** A document or status; of a recall, update, replacement or answer that fits nothing, the document that it is. */
    public static long event(long thread, int ordinal) {
        return THREAD.placed(CaseKind.require(thread)) | ORDINAL.put(ordinal);
    }

    /** A document to one of its receivers. */
    public static long dispatch(long thread, int document, int receiver) {
        return ObligationId.a(thread, document, receiver);
    }
}
