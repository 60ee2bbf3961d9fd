package io.docaxis.producer.ledger;

import io.docaxis.common.calendar.DateOutsideCalendarException;
import io.docaxis.common.event.BusinessType;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.common.tally.Counter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a document asks of its sender and receivers, and by when: epoch seconds, {@link Deadlines#NEVER} where there is no such
 * duty.
 *
 * @param faults what is to be noted where a duty is missing for a fault of the document's
 */
record DocumentDeadlines(long sendBy, long acknowledgeBy, long respondBy, List<Counter> faults) {

    static DocumentDeadlines of(DocumentSent document, Deadlines deadlines) {
        List<Counter> faults = new ArrayList<>(2);
        BusinessType business = BusinessType.of(document.business);
        Urgency urgency = Urgency.of(document.urgency);
        long sentAt = document.sentAt;
        return new DocumentDeadlines(
                sendBy(document, urgency, deadlines, faults),
                business == BusinessType.RECALL
                        ? Deadlines.NEVER
                        : ifReached(() -> deadlines.acknowledgeBy(sentAt, urgency)),
                business == BusinessType.NEW || business == BusinessType.REPLACE
                        ? respondBy(document, deadlines, faults)
                        : Deadlines.NEVER,
                faults);
    }

    /** A deadline, or {@link Deadlines#NEVER} where the calendar does not reach it: then there is no duty. */
    static long ifReached(LongSupplier deadline) {
        try {
            return deadline.getAsLong();
        } catch (DateOutsideCalendarException e) {
            return Deadlines.NEVER;
        }
    }

    private static long sendBy(DocumentSent document, Urgency urgency, Deadlines deadlines, List<Counter> faults) {
        long signedAt = document.signedAt;
        var calendar = deadlines.calendar();
        if (signedAt > document.sentAt) {
            faults.add(Counter.SIGNED_AFTER_SENT);
            return Deadlines.NEVER;
        }
        long sendBy = signedAt != 0 && calendar.knows(calendar.dayOf(signedAt))
                ? ifReached(() -> deadlines.sendBy(signedAt, urgency))
                : Deadlines.NEVER;
        if (sendBy == Deadlines.NEVER) {
            faults.add(Counter.NOT_SIGNED);
        }
        return sendBy;
    }

    private static long respondBy(DocumentSent document, Deadlines deadlines, List<Counter> faults) {
        int dueOn = document.dueOn;
        boolean unreadable = document.dueOnText != null;
        if (dueOn == DocumentSent.NO_DATE && !unreadable) {
            return Deadlines.NEVER;
        }
        long respondBy = unreadable ? Deadlines.NEVER : ifReached(() -> deadlines.respondBy(dueOn));
        if (respondBy == Deadlines.NEVER) {
            faults.add(Counter.DUE_DATE_UNREADABLE);
        } else if (respondBy <= document.sentAt) {
            faults.add(Counter.DUE_DATE_PAST);
            return Deadlines.NEVER;
        }
        return respondBy;
    }
}
