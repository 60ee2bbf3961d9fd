package io.docaxis.producer.plan;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.DocumentSent;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.producer.scenario.Traffic;

/** Which due date a document gets. Immutable. */
final class DueDateChooser {

    /** Of due dates that could be the day off before instead, one in this many is. */
    private static final int ON_A_DAY_OFF = 4;

    private static final String[] UNREADABLE = {"2023/02/30", "31/06/2023", "2023/13/01", "trong tuần tới"};
    /** Days beyond the calendar of a date that can be read and is of no use. */
    private static final int BEYOND = 30_000;

    private final WeightedChoice workingDays;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final OfficeClock clock;

    DueDateChooser(Traffic.DueDates dueDates, Deadlines deadlines, OfficeClock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
        workingDays = WeightedChoice.of(dueDates.workingDays());
        calendar = deadlines.calendar();
    }

    /** Some working days after sending, and after a day; no date where the calendar ends before. */
    void draw(Draws draws, PlannedDocument document, long afterDay) {
        int days = workingDays.draw(draws);
        long sentOn = calendar.dayOf(document.sentAt());
        long from = Math.max(sentOn, afterDay);
        long day;
        if (days == 0 && calendar.isWorkingDay(from)) {
            day = from;
        } else {
            int ahead = Math.max(1, days);
            day = calendar.knowsWorkingDaysAfter(from, ahead)
                    ? calendar.plusWorkingDays(from, ahead)
                    : clock.lastWorkingDay();
        }
        if (deadlines.respondBy(day) <= document.sentAt()) {
            if (!calendar.knowsWorkingDaysAfter(from, 1)) {
                return;
            }
            day = calendar.nextWorkingDay(from);
        }
        if (day - 1 > from && !calendar.isWorkingDay(day - 1) && draws.oneIn(ON_A_DAY_OFF)) {
            day--;
        }
        document.content.dueOn = (int) day;
        document.respondBy = deadlines.respondBy(day);
    }

    /** A date whose deadline lies before sending; false, and no date, where the calendar has none. */
    boolean drawPast(Draws draws, PlannedDocument document) {
        long day = calendar.dayOf(document.sentAt()) - 7 - draws.below(14);
        if (!calendar.knows(day) || deadlines.respondBy(day) > document.sentAt()) {
            return false;
        }
        document.content.dueOn = (int) day;
        return true;
    }

    /** A date that no calendar has; tells whether it can be read at least. */
    boolean drawImpossible(Draws draws, PlannedDocument document) {
        int which = draws.below(UNREADABLE.length + 1);
        if (which < UNREADABLE.length) {
            document.content.dueOnText = UNREADABLE[which];
            document.content.dueOn = DocumentSent.NO_DATE;
        } else {
            document.content.dueOn = (int) calendar.lastDay() + 1 + draws.below(BEYOND);
        }
        document.respondBy = Course.NEVER;
        return which == UNREADABLE.length;
    }
}
