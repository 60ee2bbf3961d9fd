package io.docaxis.consumer.conclusion;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Urgency;
import io.docaxis.consumer.state.DocumentState;

/**
 * Deadlines for whatever a stream may say: where the calendar does not reach, {@link #OUTSIDE_CALENDAR}, never an exception.
 * Pure, no allocation.
 */
public final class DutyDeadlines {

    /** Stands for a deadline on a day that the calendar does not have; {@link DocumentState#NO_DUTY} is another number. */
    public static final long OUTSIDE_CALENDAR = -2;

    private DutyDeadlines() {}

    public static long sendBy(Deadlines deadlines, long signedAt, Urgency urgency) {
        return reaches(deadlines, signedAt, urgency) ? deadlines.sendBy(signedAt, urgency) : OUTSIDE_CALENDAR;
    }

    public static long acknowledgeBy(Deadlines deadlines, long sentAt, Urgency urgency) {
        return reaches(deadlines, sentAt, urgency)
                        || urgency == Urgency.NORMAL && isInTime(deadlines.calendar(), sentAt)
                ? deadlines.acknowledgeBy(sentAt, urgency)
                : OUTSIDE_CALENDAR;
    }

    public static long respondBy(Deadlines deadlines, int dueOn) {
        WorkingCalendar calendar = deadlines.calendar();
        boolean reaches =
                calendar.knows(dueOn) && (calendar.isWorkingDay(dueOn) || calendar.knowsWorkingDaysAfter(dueOn, 1));
        return reaches ? deadlines.respondBy(dueOn) : OUTSIDE_CALENDAR;
    }

    static long answerRecallBy(Deadlines deadlines, long requestedAt) {
        return reaches(deadlines, requestedAt, Urgency.NORMAL)
                ? deadlines.answerRecallBy(requestedAt)
                : OUTSIDE_CALENDAR;
    }

    /** Sent on a working day before closing: due the same day, so that the next one need not be known. */
    private static boolean isInTime(WorkingCalendar calendar, long sentAt) {
        long day = calendar.dayOf(sentAt);
        return calendar.knows(day)
                && calendar.isWorkingDay(day)
                && calendar.secondOfDay(sentAt) < calendar.hours().afternoonClosesS();
    }

    private static boolean reaches(Deadlines deadlines, long at, Urgency urgency) {
        WorkingCalendar calendar = deadlines.calendar();
        long day = calendar.dayOf(at);
        return urgency == Urgency.NORMAL
                ? calendar.knowsWorkingDaysAfter(day, 1)
                : calendar.knows(day) && calendar.knows(calendar.dayOf(at + deadlines.markedS(urgency)));
    }
}
