package io.docaxis.producer.plan;

import io.docaxis.common.calendar.WorkingCalendar;

/**
 * Time as offices count it: only office hours of working days pass. Instants in epoch seconds, office time in seconds since
 * the calendar's first day. A few array reads a call. Immutable.
 */
final class OfficeClock {

    private final WorkingCalendar calendar;
    private final long firstDay;
    private final long lastDay;
    private final int dayS;
    private final int morningS;
    /** By day: how many working days come before it. */
    private final int[] before;

    private final long[] workingDays;

    OfficeClock(WorkingCalendar calendar) {
        this.calendar = calendar;
        firstDay = calendar.firstDay();
        lastDay = calendar.lastDay();
        dayS = calendar.hours().lengthS();
        morningS = calendar.hours().morningClosesS() - calendar.hours().morningOpensS();
        int days = (int) (lastDay - firstDay + 1);
        before = new int[days + 1];
        for (int i = 0; i < days; i++) {
            before[i + 1] = before[i] + (calendar.isWorkingDay(firstDay + i) ? 1 : 0);
        }
        workingDays = new long[before[days]];
        for (int i = 0; i < days; i++) {
            if (before[i + 1] > before[i]) {
                workingDays[before[i]] = firstDay + i;
            }
        }
    }

    /** Office seconds of one working day. */
    int dayS() {
        return dayS;
    }

    /** Office time passed by an instant; what lies outside the calendar counts as its edge. */
    long passed(long at) {
        long day = calendar.dayOf(at);
        if (day < firstDay) {
            return 0;
        }
        if (day > lastDay) {
            return (long) workingDays.length * dayS;
        }
        int i = (int) (day - firstDay);
        long whole = (long) before[i] * dayS;
        return before[i + 1] > before[i] ? whole + ofDay(calendar.secondOfDay(at)) : whole;
    }

    /** The first instant by which so much office time has passed, or {@link Course#NEVER} beyond the calendar. */
    long at(long passed) {
        long index = Math.max(0, passed - 1) / dayS;
        if (index >= workingDays.length) {
            return Course.NEVER;
        }
        int within = (int) (passed - index * dayS);
        var hours = calendar.hours();
        int second = within <= morningS ? hours.morningOpensS() + within : hours.afternoonOpensS() + within - morningS;
        return calendar.at(workingDays[(int) index], second);
    }

    /** Later by so much office time, at least a second of it. */
    long after(long from, long officeS) {
        return at(passed(from) + Math.max(1, officeS));
    }

    /**
     * An instant after {@code from} and not after {@code to}, in office hours where there are any between.
     *
     * @param fraction how far on, of 2^32
     */
    long between(long from, long to, long fraction) {
        long first = passed(from);
        long length = passed(to) - first;
        if (length > 0) {
            return at(first + 1 + scale(length, fraction));
        }
        return from + 1 + scale(to - from, fraction);
    }

    /** The newest working day up to a day, or {@link Course#NEVER} before the first. */
    long workingDayUpTo(long day) {
        int known = day < firstDay ? 0 : before[(int) Math.min(day, lastDay) - (int) firstDay + 1];
        return known == 0 ? Course.NEVER : workingDays[known - 1];
    }

    /** The last working day of the calendar. */
    long lastWorkingDay() {
        return workingDays[workingDays.length - 1];
    }

    private int ofDay(int second) {
        var hours = calendar.hours();
        int morning = Math.min(Math.max(second - hours.morningOpensS(), 0), morningS);
        return morning + Math.min(Math.max(second - hours.afternoonOpensS(), 0), dayS - morningS);
    }

    /** 0 to length − 1. */
    private static long scale(long length, long fraction) {
        return length * fraction >>> 32;
    }
}
