package io.docaxis.producer.scenario.file;

import io.docaxis.producer.scenario.file.Scalars.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** Keys that say when: the period, the calendar, the rules and the shape of days and months. */
final class TimeKeys {

    /** Weekdays off of a century, and more. */
    private static final int MOST_DAYS = 10_000;

    /** Ranges of days in one list. */
    static final int MOST_STRETCHES = 1_000;

    static final Section PERIOD = new Section();
    static final Key<LocalDate> PERIOD_FROM =
            PERIOD.required("from", Scalars.date(), "First day, played from midnight, local time.");
    static final Key<LocalDate> PERIOD_TO =
            PERIOD.required("to", Scalars.date(), "Last day, played to its midnight. Nothing occurs after.");

    static final Section CALENDAR = new Section();
    static final Key<LocalDate> CALENDAR_FROM = CALENDAR.derived(
            "from",
            Scalars.date(),
            "1 January of the year of `period.from`",
            "First day that the calendar knows. A date outside it is an error, never a working day.");
    static final Key<LocalDate> CALENDAR_TO = CALENDAR.derived(
            "to",
            Scalars.date(),
            "31 December of the year of `period.to`",
            "Last day that the calendar knows. Must include the longest due date after the period, and the longest time of `rules.urgent` and the like.");
    static final Key<List<LocalDate>> DAYS_OFF = CALENDAR.derived(
            "days-off",
            new Sequence<>(Scalars.date(), MOST_DAYS),
            "the weekdays off of 2023 [S]",
            "Weekdays that are not worked. Required as soon as the calendar leaves 2023; a list given replaces the default, and has some of each year that the period and what is due after it reach into.");
    static final Key<List<LocalDate>> MAKE_UP_DAYS = CALENDAR.optional(
            "make-up-days",
            new Sequence<>(Scalars.weekendDay(), MOST_DAYS),
            "[]",
            "Days that are worked in return for a day off.");
    static final Key<Span> MORNING = CALENDAR.optional(
            "morning", Scalars.span(), "08:00-12:00", "Office hours before noon; *send* is due at their end. [A]");
    static final Key<Span> AFTERNOON = CALENDAR.optional(
            "afternoon",
            Scalars.span(),
            "13:00-17:00",
            "Office hours after noon; the other obligations are due at their end. [A]");
    static final Key<Integer> UTC_OFFSET = CALENDAR.optional(
            "utc-offset", Scalars.utcOffset(), "+07:00", "Local time. Vietnam has no daylight saving. [S]");

    static final Section RULES = new Section();
    static final Key<Integer> HORIZON = RULES.optional(
            "horizon",
            Scalars.duration("1m", "495d"),
            "7d",
            "Age at which a record is too late, and time after which a settled dispatch is forgotten. [A]");
    static final Key<Integer> FINAL_AFTER = RULES.optional(
            "final-after-working-days",
            Scalars.count(12, 1000),
            "60",
            "Working days after its deadline at whose end an overdue obligation is final; at least ten more than twice the days of the horizon. [A]");
    static final Key<Boolean> SEND_BY_END_OF_DAY = RULES.optional(
            "send-by-end-of-day",
            Scalars.flag(),
            "false",
            "*Send* is due at closing time of the next working day (NĐ30 18.1 [S]), not at noon (QĐ28 6.2 [S]).");
    static final Key<Boolean> ARRIVAL_ACKNOWLEDGES = RULES.optional(
            "arrival-acknowledges",
            Scalars.flag(),
            "false",
            "Status 01, a machine's notice, fulfils *acknowledge*. [A]");
    static final Key<Integer> URGENT = RULES.optional(
            "urgent",
            Scalars.duration("1s", "30d"),
            "4h",
            "Time on the clock, nights and days off included, for *send* and *acknowledge* of urgent documents; the law says \"at once\". [A]");
    static final Key<Integer> VERY_URGENT = RULES.optional(
            "very-urgent", Scalars.duration("1s", "30d"), "2h", "The same for very urgent documents. [A]");
    static final Key<Integer> EXPRESS =
            RULES.optional("express", Scalars.duration("1s", "30d"), "1h", "The same for express documents. [A]");

    static final Section SHAPE = new Section();
    static final Key<SortedMap<Integer, Integer>> MONTHS = SHAPE.optional(
            "months",
            new Weights<>("months of the year", Scalars.count(1, 12)),
            "{1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1}",
            "Weight of each working day of the month; a month left out sends nothing. [A]");
    static final Key<SortedMap<Integer, Integer>> HOURS = SHAPE.optional(
            "hours",
            new Weights<>("hours of the day", Scalars.count(0, 23)),
            "{7: 2, 8: 11, 9: 15, 10: 15, 11: 10, 12: 2, 13: 9, 14: 14, 15: 15, 16: 12, 17: 4, 18: 2, 19: 1, 20: 1}",
            "Weight of each hour of a working day, 8 for 08:00 to 08:59:59. [A]");
    static final Key<Integer> DAYS_OFF_SHARE = SHAPE.optional(
            "days-off",
            Scalars.share(),
            "0",
            "Share of documents sent on days off, spread evenly over them and over their hours. [A]");

    static final Section BURST = new Section();
    static final Key<LocalDate> BURST_FROM = BURST.required("from", Scalars.date(), "First day of the burst.");
    static final Key<LocalDate> BURST_TO = BURST.required("to", Scalars.date(), "Last day of the burst.");
    static final Key<Integer> BURST_PERCENT = BURST.required(
            "percent",
            Scalars.count(0, 10_000),
            "Each day's weight in percent of what it would be: 300 is three times as much.");
    static final Key<List<Values>> BURSTS = SHAPE.optional(
            "bursts",
            new Sequence<>(BURST, MOST_STRETCHES),
            "[]",
            "Stretches of days, inside the period and apart from each other, with more or less than their share.");

    private TimeKeys() {}
}
