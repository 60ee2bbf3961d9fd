package io.docaxis.common.obligation;

import io.docaxis.common.calendar.WorkingCalendar;

/**
 * When each obligation is due, in seconds from 1970-01-01T00:00:00Z. Exactly at the deadline is on time.
 *
 * <p>The only judgement that planner, observer and consumer share. Pure, allocation-free, a few array reads each. Every method throws
 * {@link io.docaxis.common.calendar.DateOutsideCalendarException} for a day that the calendar does not have.
 */
public final class Deadlines {

    /** Stands for a time that lies beyond every calendar. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Rules rules;
    private final WorkingCalendar calendar;

    public Deadlines(Rules rules, WorkingCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public Rules rules() {
        return rules;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    /**
     * <em>Send</em>: noon of the next working day after the day of signing (QĐ28 6.2), or its closing time (NĐ30 18.1, a
     * setting); marked documents by the clock from signing.
     */
    public long sendBy(long signedAt, Urgency urgency) {
        if (urgency != Urgency.NORMAL) {
            return byTheClock(signedAt, urgency);
        }
        long day = calendar.nextWorkingDay(calendar.dayOf(signedAt));
        var hours = calendar.hours();
        return calendar.at(day, rules.sendByEndOfDay() ? hours.afternoonClosesS() : hours.morningClosesS());
    }

    /**
     * <em>Acknowledge</em>: closing time of the day of sending if sent on a working day before it (NĐ30 21.2c), else of the
     * next working day; marked documents by the clock from sending.
     */
    public long acknowledgeBy(long sentAt, Urgency urgency) {
        if (urgency != Urgency.NORMAL) {
            return byTheClock(sentAt, urgency);
        }
        long day = calendar.dayOf(sentAt);
        int closes = calendar.hours().afternoonClosesS();
        boolean inTime = calendar.isWorkingDay(day) && calendar.secondOfDay(sentAt) < closes;
        return calendar.at(inTime ? day : calendar.nextWorkingDay(day), closes);
    }

    /** <em>Respond</em>: closing time of the due date, or of the next working day where it is a day off (NĐ30 24). */
    public long respondBy(long dueOnDay) {
        return calendar.at(calendar.workingDayFrom(dueOnDay), calendar.hours().afternoonClosesS());
    }

    /** <em>Answer recall</em>: closing time of the next working day after the request (an assumption: law sets no time). */
    public long answerRecallBy(long requestedAt) {
        return calendar.at(
                calendar.nextWorkingDay(calendar.dayOf(requestedAt)),
                calendar.hours().afternoonClosesS());
    }

    /**
     * When an overdue obligation becomes final: {@link Rules#finalAfterWorkingDays} after its deadline, at closing time;
     * {@link #NEVER} where the calendar ends before, for then the run does too.
     */
    public long finalAt(long deadline) {
        long day = calendar.dayOf(deadline);
        if (!calendar.knowsWorkingDaysAfter(day, rules.finalAfterWorkingDays())) {
            return NEVER;
        }
        return calendar.at(
                calendar.plusWorkingDays(day, rules.finalAfterWorkingDays()),
                calendar.hours().afternoonClosesS());
    }

    /** Nights and days off count, but a deadline on a day that the calendar does not have is none. */
    private long byTheClock(long from, Urgency urgency) {
        long deadline = from + markedS(urgency);
        calendar.requireKnown(calendar.dayOf(from));
        calendar.requireKnown(calendar.dayOf(deadline));
        return deadline;
    }

    /** Seconds that an urgency mark allows for <em>send</em> and for <em>acknowledge</em>. */
    public int markedS(Urgency urgency) {
        return switch (urgency) {
            case URGENT -> rules.urgentS();
            case VERY_URGENT -> rules.veryUrgentS();
            case EXPRESS -> rules.expressS();
            case NORMAL -> throw new IllegalArgumentException("normal documents go by the calendar");
        };
    }
}
