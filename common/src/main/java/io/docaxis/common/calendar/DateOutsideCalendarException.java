package io.docaxis.common.calendar;

import java.time.LocalDate;

/** A date for which no days off are loaded: neither a working day nor a day off can be claimed. */
public final class DateOutsideCalendarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DateOutsideCalendarException(long day, long firstDay, long lastDay) {
        super("date " + LocalDate.ofEpochDay(day) + " is outside the calendar, which knows "
                + LocalDate.ofEpochDay(firstDay) + " to " + LocalDate.ofEpochDay(lastDay));
    }
}
