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
 * duty, {@link #OUTSIDE_CALENDAR} where there would be one if the calendar went so far.
 *
 * @param faults what is to be noted where a duty is missing for a fault of the document's
 */
record DocumentDeadlines(long sendBy, long acknowledgeBy, long respondBy, List<Counter> faults) {

    /** Stands for a deadline on a day that the calendar does not have. */
    static final long OUTSIDE_CALENDAR = Deadlines.NEVER - 1;

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

    /** A deadline, or {@link #OUTSIDE_CALENDAR}. */
    static long ifReached(LongSupplier deadline) {
        try {
            return deadline.getAsLong();
        } catch (DateOutsideCalendarException e) {
            return OUTSIDE_CALENDAR;
        }
    }

    private static long sendBy(DocumentSent document, Urgency urgency, Deadlines deadlines, List<Counter> faults) {
        long signedAt = document.signedAt;
        if (signedAt > document.sentAt) {
            faults.add(Counter.SIGNED_AFTER_SENT);
            return Deadlines.NEVER;
        }
        if (signedAt == 0) {
            faults.add(Counter.NOT_SIGNED);
            return Deadlines.NEVER;
        }
        return ifReached(() -> deadlines.sendBy(signedAt, urgency));
    }

    private static long respondBy(DocumentSent document, Deadlines deadlines, List<Counter> faults) {
        int dueOn = document.dueOn;
        if (document.dueOnText != null) {
            faults.add(Counter.DUE_DATE_UNREADABLE);
            return Deadlines.NEVER;
        }
        if (dueOn == DocumentSent.NO_DATE) {
            return Deadlines.NEVER;
        }
        long respondBy = ifReached(() -> deadlines.respondBy(dueOn));
        if (respondBy <= document.sentAt) {
            faults.add(Counter.DUE_DATE_PAST);
            return Deadlines.NEVER;
        }
        return respondBy;
    }
}
