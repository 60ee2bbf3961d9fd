package io.docaxis.common.event;

/** The content of a {@code StatusReported} event as mutable fields, as {@link DocumentSent}. Not thread-safe. */
public final class StatusReported {

    public long thread;
    public int ordinal;
    public int document;
    /** Catalogue number, or {@link DocumentSent#ABSENT} where {@link #receiverCode} stands. */
    public int receiver;

    public String receiverCode;
    /** Catalogue number, or {@link DocumentSent#ABSENT}: the receiver itself. */
    public int reporter;

    public int status;
    public long occurredAt;

    public StatusReported() {
        clear();
    }

    /** Back to what an empty message says. */
    public void clear() {
        thread = 0;
        ordinal = 0;
        document = 0;
        receiver = 0;
        receiverCode = null;
        reporter = DocumentSent.ABSENT;
        status = 0;
        occurredAt = 0;
    }
}
