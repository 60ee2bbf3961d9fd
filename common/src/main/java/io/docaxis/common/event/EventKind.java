package io.docaxis.common.event;

/** What a value of the events topic turned out to be. */
public enum EventKind {
    DOCUMENT_SENT(10),
    STATUS_REPORTED(11),
    TICK(12),
    RUN_STARTED(13),
    RUN_ENDED(14),
    /** Not to be read; {@link EventReader#problem()} says why. */
    UNREADABLE(0);

    final int field;

    EventKind(int field) {
        this.field = field;
    }

    /** Whether it is a document or a status, as they happen in the world. */
    public boolean isOfWorld() {
        return this == DOCUMENT_SENT || this == STATUS_REPORTED;
    }
}
