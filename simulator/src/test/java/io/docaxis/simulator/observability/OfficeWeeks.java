package io.docaxis.simulator.observability;

import io.docaxis.common.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

/**
 * What a healthy interchange looks like to its monitor through four weeks, weekends and Tết among them, as a test of promtool's in which nothing may
 * fire: traffic in office hours alone, a group that idles at night, duties that fall due in the afternoon, three of a hundred missed.
 */
final class OfficeWeeks {

    private static final int STEP_S = 1800;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 9);
    private static final int DAYS = 28;
    /** Tết of the year of the Cat, a Saturday that no weekend ends, and the days off after it. */
    private static final Set<LocalDate> TET = Set.of(
            LocalDate.of(2023, 1, 20),
            LocalDate.of(2023, 1, 23),
            LocalDate.of(2023, 1, 24),
            LocalDate.of(2023, 1, 25),
            LocalDate.of(2023, 1, 26));

    private static final String MONITOR = "job=\"docaxis-watch\",instance=\"i\"";
    private static final String CLUSTER = "cluster=\"c\"," + MONITOR;
    private static final String GROUP = "group=\"p.exchange\"," + CLUSTER;
    private static final String PREFIX = "prefix=\"p\"," + CLUSTER;

    private final StringBuilder test = new StringBuilder();

    private OfficeWeeks() {}

    /** The text of a test for promtool, which looks every other hour. */
    static String test() {
        return new OfficeWeeks().write();
    }

    private String write() {
        test.append(
                "rule_files: [../rules/recording.yml, ../rules/alerts.yml]\nevaluation_interval: 30m\ntests:\n  - interval: 30m\n"
                        + "    input_series:\n");
        series("up{" + MONITOR + "}", at -> 1);
        series("docaxis_cluster_up{" + CLUSTER + "}", at -> 1);
        for (String part : List.of("groups", "tally", "lateness")) {
            String prefix = part.equals("groups") ? "" : "p";
            series(
                    "docaxis_monitor_collected_timestamp_seconds{part=\"" + part + "\",prefix=\"" + prefix + "\","
                            + CLUSTER + "}",
                    at -> Math.max(0, at - 4));
        }
        groups();
        documents();
        test.append("    promql_expr_test:\n");
        for (int hour = 2; hour <= DAYS * 24; hour += 2) {
            test.append("      - {expr: 'ALERTS', eval_time: ").append(hour).append("h}\n");
        }
        // that what is asked for is there at all
        test.append(
                "      - {expr: 'count(docaxis:group_health:known == 1)', eval_time: 300h, exp_samples: [{labels: '{}', value: 1}]}\n");
        return test.toString();
    }

    private void groups() {
        series("docaxis_group_health{health=\"OK\"," + GROUP + "}", at -> isOffice(at) ? 1 : 0);
        series("docaxis_group_health{health=\"IDLE\"," + GROUP + "}", at -> isOffice(at) ? 0 : 1);
        for (String health : List.of(
                "UNKNOWN",
                "LOSING",
                "REWOUND",
                "BLOCKED",
                "STOPPED",
                "ABANDONED",
                "STALLED",
                "FALLING_BEHIND",
                "CATCHING_UP",
                "LEARNING")) {
            series("docaxis_group_health{health=\"" + health + "\"," + GROUP + "}", at -> 0);
        }
        series(
                "docaxis_group_lag_seconds{topic=\"p.events\"," + GROUP + "}",
                at -> isOffice(at) ? 1 + at / STEP_S % 8 : 0);
    }

    private void documents() {
        series("docaxis_books_balance{" + PREFIX + "}", at -> 1);
        series("docaxis_agency_silent{agency=\"H53\"," + PREFIX + "}", at -> 0);
        series("docaxis_dead_letters_total{reason=\"checksum\"," + PREFIX + "}", at -> 3);
        series(
                "docaxis_announced_until_timestamp_seconds{partition=\"0\"," + PREFIX + "}",
                at -> FIRST.toEpochDay() * 86_400.0 - WorkingCalendar.VIETNAM_OFFSET_S + at);
        // fulfilled all day long; missed ones are confirmed an hour after the afternoon's deadline
        series(
                "docaxis_duties_total{obligation=\"respond\",result=\"on_time\"," + PREFIX + "}",
                at -> 24.25 * officeSteps(at));
        series(
                "docaxis_duties_total{obligation=\"respond\",result=\"overdue\"," + PREFIX + "}",
                at -> 12 * daysWorked(at - 18 * 3600L));
    }

    private void series(String name, LongToDoubleFunction value) {
        test.append("      - series: '").append(name).append("'\n        values: '");
        for (long at = 0; at <= DAYS * 86_400L; at += STEP_S) {
            double now = value.applyAsDouble(at);
            test.append(now == Math.rint(now) ? String.valueOf((long) now) : String.valueOf(now))
                    .append(' ');
        }
        test.append("'\n");
    }

    private static boolean isWorked(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !TET.contains(date);
    }

    private static boolean isOffice(long at) {
        LocalTime time = LocalTime.ofSecondOfDay(at % 86_400);
        return isWorked(FIRST.plusDays(at / 86_400))
                && !time.isBefore(LocalTime.of(8, 0))
                && time.isBefore(LocalTime.of(17, 0));
    }

    private static long officeSteps(long until) {
        long steps = 0;
        for (long at = 0; at < until; at += STEP_S) {
            steps += isOffice(at) ? 1 : 0;
        }
        return steps;
    }

    /** Days worked that began before an instant. */
    private static long daysWorked(long until) {
        long days = 0;
        for (long at = 0; at <= until; at += 86_400) {
            days += isWorked(FIRST.plusDays(at / 86_400)) ? 1 : 0;
        }
        return days;
    }
}
