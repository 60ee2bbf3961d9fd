package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;

/**
 * Whether a thread with late or duplicate deliveries is concluded as planned: most disturbed threads are. The ledger then needs no
 * observer, which takes several times as long. Not thread-safe.
 *
 * <p>An outcome is a function of a dispatch's facts, in any order of arrival, so it is as planned if every fact is taken in. That
 * is certain if each event arrives after its document and within a horizon of the document's sending, for so long the document
 * is remembered. All late events of a document have to arrive in that time; later ones, which are punctual, are taken in as
 * planned. The second copy of an event that is remembered is a duplicate.
 */
final class PlanEquivalence {

    private final long horizonS;
    private ThreadPlan plan;
    private ThreadDeliveries deliveries;

    PlanEquivalence(Rules rules) {
        horizonS = rules.horizonS();
    }

    /** Whether a plain thread that is otherwise as planned comes to what was planned. False says nothing. */
    boolean holds(ThreadPlan newPlan, ThreadDeliveries newDeliveries) {
        plan = newPlan;
        deliveries = newDeliveries;
        for (int i = 0; i < deliveries.count(); i++) {
            if (deliveries.form(i).isSound() && !isTakenAsPlanned(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTakenAsPlanned(int index) {
        PlannedEvent event = plan.event(deliveries.ordinal(index));
        boolean again = deliveries.form(index) == DeliveryForm.DUPLICATE;
        long at = deliveries.emittedAt(index);
        boolean moved = again || at != event.occurredAt();
        DocumentSent document = plan.numbered(event.document()).content();
        if (!event.isDocument() || again) {
            return isKnown(document, event.occurredAt(), at, moved);
        }
        return (!moved || isRemembered(document, at))
                && (document.answers == DocumentSent.ABSENT
                        || isKnown(plan.numbered(document.answers).content(), document.sentAt, at, moved))
                && (document.concerns == DocumentSent.ABSENT
                        || isKnown(plan.numbered(document.concerns).content(), document.sentAt, at, moved));
    }

    /** Whether a document was delivered before an event about it; and is remembered for sure, if the event does not come when it was to. */
    private boolean isKnown(DocumentSent document, long occurredAt, long at, boolean moved) {
        return deliveries.firstAt(document.ordinal) <= at
                && occurredAt >= document.sentAt
                && (!moved || isRemembered(document, at));
    }

    /** Whether what is known of a document is remembered for sure; and it itself, coming only then, is not too late. */
    private boolean isRemembered(DocumentSent document, long at) {
        return at <= document.sentAt + horizonS;
    }

    /** Writes down what the deliveries of the thread asked about last leave beside conclusions, which are those of the plan. */
    void note(Ledger ledger) {
        long newestAt = Long.MIN_VALUE;
        for (int i = 0; i < deliveries.count(); i++) {
            DeliveryForm form = deliveries.form(i);
            if (!form.isSound()) {
                continue;
            }
            int ordinal = deliveries.ordinal(i);
            long occurredAt = plan.event(ordinal).occurredAt();
            if (deliveries.emittedAt(i) > occurredAt) {
                ledger.note(Counter.DELAYED, plan.thread(), ordinal);
            }
            if (form == DeliveryForm.DUPLICATE) {
                ledger.note(Counter.DUPLICATE, plan.thread(), ordinal);
            } else if (occurredAt < newestAt) {
                ledger.note(Counter.OUT_OF_ORDER, plan.thread(), ordinal);
            } else {
                newestAt = occurredAt;
            }
        }
    }
}
