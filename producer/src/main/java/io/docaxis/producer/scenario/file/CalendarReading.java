package io.docaxis.producer.scenario.file;

import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the calendar of a scenario from what the file says and what it leaves to the defaults. */
final class CalendarReading {

    private static final int BUILT_IN_YEAR = 2023;
    private static final int DAY_S = 86_400;

    private final Values calendar;
    private final LocalDate periodFrom;
    private final LocalDate periodTo;
    private boolean sound = true;

    private CalendarReading(Values calendar, Values period) {
        this.calendar = calendar;
        boolean known = period.areSound(TimeKeys.PERIOD_FROM, TimeKeys.PERIOD_TO)
                && !period.get(TimeKeys.PERIOD_TO).isBefore(period.get(TimeKeys.PERIOD_FROM));
        periodFrom = known ? period.get(TimeKeys.PERIOD_FROM) : null;
        periodTo = known ? period.get(TimeKeys.PERIOD_TO) : null;
    }

    /**
     * The calendar; null if the file is wrong about it, or already about the period.
     *
     * @param finalAfterWorkingDays after a deadline
     */
    static WorkingCalendar read(
            Values calendar, Values period, int longestDueWorkingDays, int longestMarkedS, int finalAfterWorkingDays) {
        CalendarReading reading = new CalendarReading(calendar, period);
        OfficeHours hours = reading.hours();
        Set<LocalDate> makeUpDays = new TreeSet<>(calendar.get(TimeKeys.MAKE_UP_DAYS));
        reading.checkDistinct(makeUpDays);
        return reading.periodFrom == null
                ? null
                : reading.calendar(hours, makeUpDays, longestDueWorkingDays, longestMarkedS, finalAfterWorkingDays);
    }

    private OfficeHours hours() {
        if (!calendar.areSound(TimeKeys.MORNING, TimeKeys.AFTERNOON)) {
            sound = false;
            return null;
        }
        Scalars.Span morning = calendar.get(TimeKeys.MORNING);
        Scalars.Span afternoon = calendar.get(TimeKeys.AFTERNOON);
        if (afternoon.fromS() < morning.toS()) {
            require(false, TimeKeys.AFTERNOON, "a start before the morning's end", "a start at or after it");
            return null;
        }
        return new OfficeHours(morning.fromS(), morning.toS(), afternoon.fromS(), afternoon.toS());
    }

    private void checkDistinct(Set<LocalDate> makeUpDays) {
        if (calendar.areSound(TimeKeys.DAYS_OFF)) {
            for (LocalDate day : calendar.get(TimeKeys.DAYS_OFF)) {
                require(!makeUpDays.contains(day), TimeKeys.DAYS_OFF, day, "days that are not in make-up-days");
            }
        }
    }

    private WorkingCalendar calendar(
            OfficeHours hours,
            Set<LocalDate> makeUpDays,
            int longestDueWorkingDays,
            int longestMarkedS,
            int finalAfterWorkingDays) {
        LocalDate from = calendar.get(TimeKeys.CALENDAR_FROM);
        LocalDate to = calendar.get(TimeKeys.CALENDAR_TO);
        LocalDate first = from != null ? from : periodFrom.withDayOfYear(1);
        LocalDate last = to != null ? to : LocalDate.of(periodTo.getYear(), 12, 31);
        require(
                !first.isAfter(periodFrom),
                TimeKeys.CALENDAR_FROM,
                first,
                "period.from (" + periodFrom + ") or before");
        require(!last.isBefore(periodTo), TimeKeys.CALENDAR_TO, last, "after period.to (" + periodTo + ")");
        Set<LocalDate> daysOff = daysOff(first, last);
        requireInside(TimeKeys.DAYS_OFF, daysOff, first, last);
        requireInside(TimeKeys.MAKE_UP_DAYS, makeUpDays, first, last);
        if (!sound || isAnyRefused()) {
            return null;
        }
        WorkingCalendar made =
                WorkingCalendar.of(first, last, daysOff, makeUpDays, hours, calendar.get(TimeKeys.UTC_OFFSET));
        require(
                made.knowsWorkingDaysAfter(periodTo.toEpochDay(), longestDueWorkingDays),
                TimeKeys.CALENDAR_TO,
                last,
                "a day with " + longestDueWorkingDays + " working days between period.to (" + periodTo
                        + ") and it, for the longest due date in due-dates.working-days");
        // what is sent in the last second of the period is due that many days after it
        int markedDays = (DAY_S - 1 + longestMarkedS) / DAY_S;
        require(
                !last.isBefore(periodTo.plusDays(markedDays)),
                TimeKeys.CALENDAR_TO,
                last,
                "a day " + markedDays + " days after period.to (" + periodTo
                        + ") or later, for the longest of rules.urgent, very-urgent and express");
        requireEachYear(made, longestDueWorkingDays + finalAfterWorkingDays);
        return sound ? made : null;
    }

    /**
     * A list of days off that was written for other years says nothing of those that a new period, and what is due after it, reach
     * into. That there are none at all, an empty list says.
     */
    private void requireEachYear(WorkingCalendar made, int workingDaysAfter) {
        long lastDay = made.knowsWorkingDaysAfter(periodTo.toEpochDay(), workingDaysAfter)
                ? made.plusWorkingDays(periodTo.toEpochDay(), workingDaysAfter)
                : made.lastDay();
        int lastYear = LocalDate.ofEpochDay(lastDay).getYear();
        Set<Integer> given = Arrays.stream(made.daysOff())
                .mapToObj(day -> LocalDate.ofEpochDay(day).getYear())
                .collect(Collectors.toSet());
        for (int year = periodFrom.getYear(); year <= lastYear && !given.isEmpty(); year++) {
            require(
                    given.contains(year),
                    TimeKeys.DAYS_OFF,
                    "none of " + year,
                    "days off of each year from " + periodFrom.getYear() + " to " + lastYear
                            + ", which the period and what is due after it reach into; [] if there are none at all");
        }
    }

    private Set<LocalDate> daysOff(LocalDate first, LocalDate last) {
        List<LocalDate> given = calendar.get(TimeKeys.DAYS_OFF);
        if (given != null) {
            return new TreeSet<>(given);
        }
        require(
                calendar.gives(TimeKeys.DAYS_OFF)
                        || (first.getYear() == BUILT_IN_YEAR && last.getYear() == BUILT_IN_YEAR),
                TimeKeys.DAYS_OFF,
                "nothing",
                "the weekdays off from " + first + " to " + last + ", for only those of " + BUILT_IN_YEAR
                        + " are built in");
        Set<LocalDate> builtIn = new TreeSet<>(WorkingCalendar.daysOff2023());
        builtIn.removeIf(day -> day.isBefore(first) || day.isAfter(last));
        return builtIn;
    }

    private void requireInside(Key<?> key, Set<LocalDate> days, LocalDate first, LocalDate last) {
        for (LocalDate day : days) {
            require(
                    !day.isBefore(first) && !day.isAfter(last),
                    key,
                    day,
                    "days of the calendar, " + first + " to " + last);
        }
    }

    /** Whether a value was refused by its format; a key with no default has no value then. */
    private boolean isAnyRefused() {
        return !calendar.areSound(TimeKeys.MAKE_UP_DAYS, TimeKeys.UTC_OFFSET)
                || List.of(TimeKeys.CALENDAR_FROM, TimeKeys.CALENDAR_TO, TimeKeys.DAYS_OFF).stream()
                        .anyMatch(key -> calendar.gives(key) && calendar.get(key) == null);
    }

    private void require(boolean allowed, Key<?> key, Object value, String what) {
        if (!allowed) {
            calendar.at(key).refuse(value.toString(), what);
            sound = false;
        }
    }
}
