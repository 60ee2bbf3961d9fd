package io.docaxis.consumer.state;

import io.docaxis.common.event.StatusReported;
import io.docaxis.common.tally.Counter;

/**
 * Something that names a document which has not come: it waits for a horizon from its own emitted-at.
 *
 * @param document the number that it waits for
 * @param from the receiver that reports; for documents, the number of the one that answers or concerns
 * @param reporter who reports a status, or absent; for documents meaningless, as are the rest
 */
public record PendingReference(
        Kind kind, long emittedAt, int document, int from, int reporter, int code, int ordinal, long occurredAt) {

    /** What waits, and what it counts as when its document does not come. */
    public enum Kind {
        STATUS(Counter.UNMATCHED),
        ANSWER(Counter.ANSWER_UNMATCHED),
        CONCERN(Counter.CONCERNS_UNMATCHED);

        private static final Kind[] ALL = values();

        public final Counter unmatched;

        Kind(Counter unmatched) {
            this.unmatched = unmatched;
        }

        static Kind of(int ordinal) {
            return ALL[ordinal];
        }
    }

    /** A status for a receiver. */
    public static PendingReference status(StatusReported content, int receiver, long emittedAt) {
        return new PendingReference(
                Kind.STATUS,
                emittedAt,
                content.document,
                receiver,
                content.reporter,
                content.status,
                content.ordinal,
                content.occurredAt);
    }

    /** Fills in what it says as a status, but for thread and receiver. */
    public void copyTo(StatusReported status) {
        status.document = document;
        status.reporter = reporter;
        status.status = code;
        status.ordinal = ordinal;
        status.occurredAt = occurredAt;
    }

    /** A document of the thread that answers or concerns another. */
    public static PendingReference reference(Kind kind, long emittedAt, int document, DocumentState from) {
        return new PendingReference(kind, emittedAt, document, from.number, 0, 0, from.ordinal, from.sentAt);
    }
}
