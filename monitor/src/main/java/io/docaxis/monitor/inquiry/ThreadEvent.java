package io.docaxis.monitor.inquiry;

import io.docaxis.common.event.DocumentSent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A record of a thread, as it lies in its log. What the bytes do not say is empty.
 *
 * @param sentMs wall clock, as the record has it
 * @param from who sends or reports: an agency's code
 * @param to to whom, or by which dispatch
 */
public record ThreadEvent(
        long offset,
        long sentMs,
        OptionalLong emittedAt,
        OptionalInt source,
        OptionalLong sequence,
        Content content,
        String from,
        List<String> to,
        Delivery delivery) {

    public ThreadEvent {
        to = List.copyOf(to);
    }

    /** What it says. */
    public sealed interface Content permits Document, Report, Illegible {}

    /** A document. */
    public record Document(
            int ordinal,
            int document,
            String type,
            String urgency,
            String business,
            long signedAt,
            long sentAt,
            OptionalLong dueOn,
            OptionalInt answers,
            OptionalInt concerns)
            implements Content {

        static OptionalInt number(int given) {
            return given == DocumentSent.ABSENT ? OptionalInt.empty() : OptionalInt.of(given);
        }
    }

    /** A status of a dispatch. */
    public record Report(int ordinal, int document, int status, long occurredAt) implements Content {}

    /** Nothing that can be read. */
    public record Illegible(String why) implements Content {}

    /**
     * How it came.
     *
     * @param foreign it is another run's
     * @param resent its source had given the sequence before: it was sent again
     * @param duplicate the thread had this event already
     * @param missing how many sequences of its source are missing just before it; empty: not known
     */
    public record Delivery(boolean foreign, boolean resent, boolean duplicate, OptionalLong missing) {}

    /** When it says that it happened, by the clock of whoever says so. */
    public OptionalLong occurredAt() {
        if (content instanceof Document document) {
            return OptionalLong.of(document.sentAt());
        }
        return content instanceof Report report ? OptionalLong.of(report.occurredAt()) : OptionalLong.empty();
    }

    /** The document, if it is one that was taken for the first time. */
    Optional<Document> first() {
        return content instanceof Document document && !isAgain() ? Optional.of(document) : Optional.empty();
    }

    boolean isAgain() {
        return delivery.foreign() || delivery.resent() || delivery.duplicate();
    }
}
