package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Rules;
import io.docaxis.common.tally.Counter;
import io.docaxis.producer.ledger.Ledger;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;

/**
 * Whether a thread of which something is delivered late, or twice, comes to what was planned all the same: most of those that the channel
 * disturbs do. The ledger then needs no observer, who takes several times as long. Not thread-safe.
 *
 * <p>An outcome is a function of a dispatch's facts, in whatever order they arrive; so it is as planned where every fact is taken.
 * That is so if each event comes after the document that it is about, and while that is remembered for sure: within a
 * horizon of its sending. Of a document, whatever is late comes within that time too; after it, all is known that
 * was to be known by then, and what is in time is taken as it was planned. The second copy of an event that is remembered is
 * a duplicate.
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
