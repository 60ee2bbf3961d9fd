package io.docaxis.consumer.obligation;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;

/**
 * Deadlines for whatever a stream may say: where the calendar does not reach there is {@link #NO_DUTY}, never an exception.
 * Pure, no allocation.
 */
public final class Terms {

    /** Stands for the deadline of a duty that does not exist. */
    public static final long NO_DUTY = -1;

    private Terms() {}

    /** {@link #NO_DUTY}: the signing time cannot be placed in the calendar. */
    public static long sendBy(Deadlines deadlines, long signedAt, Urgency urgency) {
        return reaches(deadlines.calendar(), signedAt, urgency) ? deadlines.sendBy(signedAt, urgency) : NO_DUTY;
    }

    public static long acknowledgeBy(Deadlines deadlines, long sentAt, Urgency urgency) {
        return reaches(deadlines.calendar(), sentAt, urgency) || isInTime(deadlines.calendar(), sentAt)
                ? deadlines.acknowledgeBy(sentAt, urgency)
                : NO_DUTY;
    }

    /** {@link #NO_DUTY}: no calendar has the date. */
    public static long respondBy(Deadlines deadlines, int dueOn) {
        WorkingCalendar calendar = deadlines.calendar();
        boolean reaches =
                calendar.knows(dueOn) && (calendar.isWorkingDay(dueOn) || calendar.knowsWorkingDaysAfter(dueOn, 1));
        return reaches ? deadlines.respondBy(dueOn) : NO_DUTY;
    }

    static long answerRecallBy(Deadlines deadlines, long requestedAt) {
        return reaches(deadlines.calendar(), requestedAt, Urgency.NORMAL)
                ? deadlines.answerRecallBy(requestedAt)
                : NO_DUTY;
    }

    /** Sent on a working day before closing: due the same day, so that the next one need not be known. */
    private static boolean isInTime(WorkingCalendar calendar, long sentAt) {
        long day = calendar.dayOf(sentAt);
        return calendar.knows(day)
                && calendar.isWorkingDay(day)
                && calendar.secondOfDay(sentAt) < calendar.hours().afternoonClosesS();
    }

    private static boolean reaches(WorkingCalendar calendar, long at, Urgency urgency) {
        long day = calendar.dayOf(at);
        return urgency == Urgency.NORMAL ? calendar.knowsWorkingDaysAfter(day, 1) : calendar.knows(day);
    }
}
