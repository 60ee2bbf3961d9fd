package io.docaxis.producer.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Office time against dates typed by hand. */
class OfficeClockTest {

    private final OfficeClock clock = new OfficeClock(WorkingCalendar.vietnam2023());

    @ParameterizedTest
    @CsvSource({
        "2023-03-07T09:00, 3600, 2023-03-07T10:00",
        "2023-03-07T11:00, 3600, 2023-03-07T12:00",
        "2023-03-07T11:00, 7200, 2023-03-07T14:00",
        "2023-03-07T12:30, 3600, 2023-03-07T14:00",
        "2023-03-10T16:00, 7200, 2023-03-13T09:00",
        "2023-03-11T10:00, 60, 2023-03-13T08:01",
        "2023-01-19T16:30, 3600, 2023-01-27T08:30",
        "2023-04-28T17:00, 3600, 2023-05-04T09:00",
        "2023-08-31T16:00, 3600, 2023-08-31T17:00",
        "2023-08-31T16:00, 28800, 2023-09-05T16:00"
    })
    void officeTimePassesInOfficeHoursOnly(String from, long officeS, String to) {
        assertThat(clock.after(at(from), officeS)).isEqualTo(at(to));
    }

    @Test
    void whatLiesBetweenIsInOfficeHoursWhereThereAreAny() {
        long friday = at("2023-03-10T16:59");
        long monday = at("2023-03-13T08:01");
        Draws draws = new Draws().from(1);
        for (int i = 0; i < 1_000; i++) {
            long placed = clock.between(friday, monday, draws.fraction());
            boolean beforeClosing = placed > friday && placed <= at("2023-03-10T17:00");
            boolean afterOpening = placed > at("2023-03-13T08:00") && placed <= monday;
            assertThat(beforeClosing || afterOpening).isTrue();
        }
    }

    @Test
    void atNightTheClockGoesOn() {
        long from = at("2023-03-07T22:05");
        assertThat(clock.between(from, from + 3600, 0)).isEqualTo(from + 1);
        assertThat(clock.between(from, from + 3600, 0xFFFFFFFFL)).isEqualTo(from + 3600);
    }

    @Test
    void beyondTheCalendarIsNever() {
        assertThat(clock.after(at("2023-12-29T16:00"), 7200)).isEqualTo(Course.NEVER);
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
