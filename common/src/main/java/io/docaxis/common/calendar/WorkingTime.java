package io.docaxis.common.calendar;

/**
 * Working time between instants, in seconds: what of it lies in office hours of working days. Beyond the days that its calendar knows no time
 * is worked. Immutable.
 */
public final class WorkingTime {

    /** No instant: the calendar ends before. */
    public static final long NEVER = Long.MAX_VALUE;

    private final WorkingCalendar calendar;
    private final OfficeHours hours;

    public WorkingTime(WorkingCalendar calendar) {
        this.calendar = calendar;
        hours = calendar.hours();
    }

    /** From one instant to another that is not before it. */
    public long between(long from, long to) {
        return passed(to) - passed(from);
    }

    /** The first instant by which as much has passed since another; 1 second or more. */
    public long after(long instant, long workingS) {
        long wanted = passed(instant) + workingS;
        long day = calendar.firstDay();
        // so many whole days come before the one in which it is reached
        int before = Math.toIntExact((wanted - 1) / hours.lengthS());
        if (before > 0 || !calendar.isWorkingDay(day)) {
            int n = before + (calendar.isWorkingDay(day) ? 0 : 1);
            if (!calendar.knowsWorkingDaysAfter(day, n)) {
                return NEVER;
            }
            day = calendar.plusWorkingDays(day, n);
        }
        long rest = wanted - (long) before * hours.lengthS();
        int morning = hours.morningClosesS() - hours.morningOpensS();
        return calendar.at(day, rest == morning ? hours.morningClosesS() : hours.secondOfDay((int) rest));
    }

    /** Since the calendar begins. */
    private long passed(long instant) {
        long day = calendar.dayOf(instant);
        if (day < calendar.firstDay()) {
            return 0;
        }
        long known = Math.min(day, calendar.lastDay() + 1);
        long days = known == calendar.firstDay() ? 0 : calendar.workingDaysBetween(calendar.firstDay(), known);
        boolean works = known == day && calendar.isWorkingDay(day);
        return days * hours.lengthS() + (works ? worked(calendar.secondOfDay(instant)) : 0);
    }

    /** Of a working day, up to a second of it. */
    private long worked(int secondOfDay) {
        return within(secondOfDay, hours.morningOpensS(), hours.morningClosesS())
                + within(secondOfDay, hours.afternoonOpensS(), hours.afternoonClosesS());
    }

    private static long within(int second, int opensS, int closesS) {
        return Math.max(0, Math.min(second, closesS) - opensS);
    }
}
