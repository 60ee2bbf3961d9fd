package io.docaxis.producer.ledger;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Deadlines;
import java.util.Arrays;
import java.util.List;

/** A document as it was delivered, copied, and its dispatches. Not thread-safe. */
final class ObservedDocument {

    final int number;
    final int ordinal;
    final int sender;
    final BusinessType business;
    final int type;
    final int urgency;
    final long signedAt;
    final long sentAt;
    /** Number of a document, or {@link DocumentSent#ABSENT}. */
    final int answers;
    /** Number of a document, or {@link DocumentSent#ABSENT}. */
    final int concerns;

    final long emittedAt;
    /** Kept in mind so long, as are its dispatches, whatever has become of them: nothing settles before it was sent. */
    final long rememberedUntil;

    final DocumentDeadlines deadlines;
    /** In order, as are their dispatches. */
    private final int[] receivers;

    private final List<ObservedDispatch> dispatches;

    ObservedDocument(DocumentSent delivered, Addressees addressees, long emittedAt, Deadlines rules) {
        number = delivered.document;
        ordinal = delivered.ordinal;
        sender = addressees.sender();
        business = BusinessType.of(delivered.business);
        type = delivered.type;
        urgency = delivered.urgency;
        signedAt = delivered.signedAt;
        sentAt = delivered.sentAt;
        answers = delivered.answers;
        concerns = delivered.concerns;
        this.emittedAt = emittedAt;
        rememberedUntil = sentAt + rules.rules().horizonS();
        deadlines = DocumentDeadlines.of(delivered, rules);
        receivers = addressees.receivers();
        ObservedDispatch[] each = new ObservedDispatch[receivers.length];
        Arrays.setAll(
                each, i -> new ObservedDispatch(receivers[i], business, sentAt, deadlines, rememberedUntil, rules));
        dispatches = List.of(each);
    }

    /** The dispatch to a receiver, or null. */
    ObservedDispatch to(int receiver) {
        int at = Arrays.binarySearch(receivers, receiver);
        return at < 0 ? null : dispatches.get(at);
    }

    List<ObservedDispatch> dispatches() {
        return dispatches;
    }
}
