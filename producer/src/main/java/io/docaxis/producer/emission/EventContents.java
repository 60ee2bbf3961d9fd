package io.docaxis.producer.emission;

import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.event.StatusReported;
import io.docaxis.producer.plan.PlannedDocument;
import io.docaxis.producer.plan.PlannedEvent;
import io.docaxis.producer.plan.ThreadPlan;

/**
 * What a thread's events say: what was planned, with the times that the clock of the acting agency showed. Filled again and
 * again; what it gives is good until the next call. Not thread-safe.
 */
final class EventContents {

    private final Clocks clocks;
    private final DocumentSent document = new DocumentSent();
    private final StatusReported status = new StatusReported();
    private ThreadPlan plan;

    EventContents(Clocks clocks) {
        this.clocks = clocks;
    }

    void begin(ThreadPlan newPlan) {
        plan = newPlan;
    }

    /** When an event says that it occurred. */
    long occurredAt(int ordinal) {
        PlannedEvent event = plan.event(ordinal);
        return event.occurredAt() + (clocks.areRight() ? 0 : clocks.aheadS(plan.actor(event), event.occurredAt()));
    }

    /** The planned document of a number, as sent. */
    DocumentSent document(int number) {
        PlannedDocument planned = plan.numbered(number);
        DocumentSent content = planned.content();
        long aheadS = clocks.areRight() ? 0 : clocks.aheadS(planned.sender(), content.sentAt);
        if (aheadS == 0) {
            return content;
        }
        document.copy(content);
        document.sentAt += aheadS;
        if (content.signedAt != 0) {
            document.signedAt += aheadS;
        }
        return document;
    }

    /** The status of an ordinal, as reported. */
    StatusReported status(int ordinal) {
        plan.fill(ordinal, status);
        status.occurredAt = occurredAt(ordinal);
        return status;
    }
}
