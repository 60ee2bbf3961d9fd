package io.docaxis.producer.plan;

/** One event of a thread: a document, or a status. Reused; not thread-safe. */
public final class PlannedEvent {

    /** Stands where a status code would. */
    static final int DOCUMENT = 0;

    int code;
    int document;
    int receiver;
    /** Who reports, or {@link io.docaxis.common.event.DocumentSent#ABSENT}. */
    int reporter;

    long occurredAt;

    public boolean isDocument() {
        return code == DOCUMENT;
    }

    /** The status code. */
    public int code() {
        return code;
    }

    /** Document number in the thread. */
    public int document() {
        return document;
    }

    /** With the document: the dispatch that a status is about. */
    public int receiver() {
        return receiver;
    }

    public int reporter() {
        return reporter;
    }

    public long occurredAt() {
        return occurredAt;
    }
}
