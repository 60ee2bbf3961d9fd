package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;

/** Holds documents back until something about them has been delivered, unless they would be too late then. Immutable. */
final class OvertakenDocuments {

    private final long lastAt;
    private final long horizonS;

    /** @param lastAt when the channel delivers its last */
    OvertakenDocuments(long lastAt, long horizonS) {
        this.lastAt = lastAt;
        this.horizonS = horizonS;
    }

    /**
     * Lets a document come after the first status for it, or the first answer to it; false, and nothing changed, where that cannot be.
     *
     * @param afterS seconds after it
     */
    boolean overtake(
            ThreadPlan plan, ThreadDeliveries deliveries, DocumentSent document, boolean byAnswer, long afterS) {
        long first = firstAbout(plan, deliveries, document, byAnswer);
        if (first == ThreadDeliveries.NEVER
                || first + afterS > Math.min(lastAt, document.sentAt + horizonS)
                || deliveries.firstAt(document.ordinal) > first) {
            return false;
        }
        deliveries.setFirst(document.ordinal, first + afterS);
        return true;
    }

    /** When the first answer to a document, or status for it, is delivered. */
    private static long firstAbout(
            ThreadPlan plan, ThreadDeliveries deliveries, DocumentSent document, boolean answer) {
        long first = ThreadDeliveries.NEVER;
        for (int ordinal = 0; ordinal < plan.events(); ordinal++) {
            PlannedEvent other = plan.event(ordinal);
            boolean counts = answer
                    ? other.isDocument() && plan.numbered(other.document()).content().answers == document.document
                    : !other.isDocument() && other.document() == document.document;
            if (counts) {
                first = Math.min(first, deliveries.firstAt(ordinal));
            }
        }
        return first;
    }
}
