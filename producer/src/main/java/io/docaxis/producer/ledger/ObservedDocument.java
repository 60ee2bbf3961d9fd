package io.docaxis.producer.ledger;

import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Deadlines;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

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
    /** Kept in mind so long, whatever has become of its dispatches. */
    final long rememberedUntil;

    final DocumentDeadlines deadlines;
    private final SortedMap<Integer, ObservedDispatch> dispatches = new TreeMap<>();

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
        for (int receiver : addressees.receivers()) {
            dispatches.put(receiver, new ObservedDispatch(this, receiver, rules));
        }
    }

    /** The dispatch to a receiver, or null. */
    ObservedDispatch to(int receiver) {
        return dispatches.get(receiver);
    }

    Collection<ObservedDispatch> dispatches() {
        return dispatches.values();
    }
}
