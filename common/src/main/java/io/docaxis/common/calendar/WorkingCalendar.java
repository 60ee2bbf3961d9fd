package io.docaxis.common.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked, and what local time an instant is. Monday to Friday less days off, plus make-up days.
 *
 * <p>Days are counted from 1970-01-01 in local time, instants in seconds from 1970-01-01T00:00:00Z. Every look-up is one
 * array access. A day outside the loaded tables is an error ({@link DateOutsideCalendarException}), never a working day.
 * Immutable.
 */
public final class WorkingCalendar {

    /** Vietnam: UTC+7, no daylight saving. */
    public static final int VIETNAM_OFFSET_S = 7 * 3600;

    private static final int DAY_S = 86_400;

    private final long firstDay;
    private final long lastDay;
    private final int utcOffsetS;
    private final OfficeHours hours;
    private final long[] daysOff;
    private final long[] makeUpDays;
    private final boolean[] works;
    /** By day: how many working days come before it. */
    private final int[] rank;
    /** The working days in order. */
    private final long[] workingDays;

    private WorkingCalendar(
            LocalDate first,
            LocalDate last,
            Set<LocalDate> daysOff,
            Set<LocalDate> makeUpDays,
            OfficeHours hours,
            int offsetS) {
        this.firstDay = first.toEpochDay();
        this.lastDay = last.toEpochDay();
        this.utcOffsetS = offsetS;
        this.hours = hours;
        this.daysOff = days(daysOff);
        this.makeUpDays = days(makeUpDays);
        int length = Math.toIntExact(lastDay - firstDay + 1);
        works = new boolean[length];
        rank = new int[length + 1];
        for (int i = 0; i < length; i++) {
            LocalDate date = first.plusDays(i);
            works[i] = (date.getDayOfWeek().getValue() <= 5 && !daysOff.contains(date)) || makeUpDays.contains(date);
            rank[i + 1] = rank[i] + (works[i] ? 1 : 0);
        }
        workingDays = new long[rank[length]];
        for (int i = 0; i < length; i++) {
            if (works[i]) {
                workingDays[rank[i]] = firstDay + i;
            }
        }
    }

    /**
     * A calendar that knows the days from first to last.
     *
     * @throws IllegalArgumentException if last is before first, or a day off or make-up day lies outside
     */
    public static WorkingCalendar of(
            LocalDate first,
            LocalDate last,
            Set<LocalDate> daysOff,
            Set<LocalDate> makeUpDays,
            OfficeHours hours,
            int utcOffsetS) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("calendar: " + last + " is before " + first);
        }
        for (Set<LocalDate> dates : Arrays.asList(daysOff, makeUpDays)) {
            for (LocalDate date : dates) {
                if (date.isBefore(first) || date.isAfter(last)) {
                    throw new IllegalArgumentException(
                            "calendar: " + date + " is outside the calendar, " + first + " to " + last);
                }
            }
        }
        return new WorkingCalendar(first, last, daysOff, makeUpDays, hours, utcOffsetS);
    }

    /** Vietnam's year 2023 with default office hours, from {@code weekdays-off-2023.csv}. */
    public static WorkingCalendar vietnam2023() {
        return of(
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2023, 12, 31),
                daysOff2023(),
                Set.of(),
                OfficeHours.DEFAULT,
                VIETNAM_OFFSET_S);
    }

    /** The weekdays off in Vietnam in 2023. */
    public static Set<LocalDate> daysOff2023() {
        try (var in = WorkingCalendar.class.getResourceAsStream("/weekdays-off-2023.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<LocalDate> dates = new TreeSet<>();
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                dates.add(LocalDate.parse(line.substring(0, line.indexOf(','))));
            }
            return dates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local day of an instant; does not ask whether the calendar knows it. */
    public long dayOf(long epochSecond) {
        return Math.floorDiv(epochSecond + utcOffsetS, (long) DAY_S);
    }

    /** The second of the local day of an instant. */
    public int secondOfDay(long epochSecond) {
        return (int) Math.floorMod(epochSecond + utcOffsetS, (long) DAY_S);
    }

    /** The instant of a second of a local day. */
    public long at(long day, int secondOfDay) {
        return day * DAY_S - utcOffsetS + secondOfDay;
    }

    public boolean knows(long day) {
        return day >= firstDay && day <= lastDay;
    }

    /** @throws DateOutsideCalendarException unless the calendar knows the day */
    public void requireKnown(long day) {
        index(day);
    }

    public boolean isWorkingDay(long day) {
        return works[index(day)];
    }

    /** The first working day after the given day, which the calendar must know. */
    public long nextWorkingDay(long day) {
        return plusWorkingDays(day, 1);
    }

    /** The given day if it is worked, else the next working day. */
    public long workingDayFrom(long day) {
        return isWorkingDay(day) ? day : nextWorkingDay(day);
    }

    /** The n-th working day after the given day; n from 1. */
    public long plusWorkingDays(long day, int n) {
        int at = rank[index(day) + 1] + n - 1;
        if (at >= workingDays.length) {
            throw new DateOutsideCalendarException(lastDay + 1, firstDay, lastDay);
        }
        return workingDays[at];
    }

    /** Whether the calendar is long enough for {@link #plusWorkingDays}. */
    public boolean knowsWorkingDaysAfter(long day, int n) {
        return knows(day) && rank[index(day) + 1] + n - 1 < workingDays.length;
    }

    /** How many working days lie in {@code [from, to)}. */
    public int workingDaysBetween(long from, long to) {
        return rank[index(to - 1) + 1] - rank[index(from)];
    }

    public long firstDay() {
        return firstDay;
    }

    public long lastDay() {
        return lastDay;
    }

    public OfficeHours hours() {
        return hours;
    }

    public int utcOffsetS() {
        return utcOffsetS;
    }

    public long[] daysOff() {
        return daysOff.clone();
    }

    public long[] makeUpDays() {
        return makeUpDays.clone();
    }

    private int index(long day) {
        if (!knows(day)) {
            throw new DateOutsideCalendarException(day, firstDay, lastDay);
        }
        return (int) (day - firstDay);
    }

    private static long[] days(Set<LocalDate> dates) {
        return dates.stream().mapToLong(LocalDate::toEpochDay).sorted().toArray();
    }
}
