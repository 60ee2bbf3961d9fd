package io.docaxis.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed by hand: 8 to 12 and 13 to 17 o'clock; 29 April to 3 May 2023 were days off, the days before and after were worked. */
class WorkingTimeTest {

    private static final int HOUR_S = 3_600;

    private final WorkingTime time = new WorkingTime(WorkingCalendar.vietnam2023());

    @ParameterizedTest
    @CsvSource({
        "2023-06-12T08:00, 2023-06-12T12:00, 4",
        "2023-06-12T07:00, 2023-06-12T12:30, 4",
        "2023-06-12T11:00, 2023-06-12T14:00, 2",
        "2023-06-09T16:00, 2023-06-12T09:00, 2",
        "2023-06-09T18:00, 2023-06-12T07:00, 0",
        "2023-06-10T09:00, 2023-06-10T15:00, 0",
        "2023-04-28T16:00, 2023-05-04T09:00, 2",
        "2023-06-12T08:00, 2023-06-19T08:00, 40",
        "2022-06-12T08:00, 2022-06-19T08:00, 0",
        "2023-12-29T16:00, 2024-03-01T09:00, 1",
        "2022-12-01T09:00, 2023-01-03T09:00, 1"
    })
    void counts(String from, String to, long hours) {
        assertThat(time.between(at(from), at(to))).isEqualTo(hours * HOUR_S);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-12T08:00, 4, 2023-06-12T12:00",
        "2023-06-12T08:00, 5, 2023-06-12T14:00",
        "2023-06-12T08:00, 8, 2023-06-12T17:00",
        "2023-06-12T07:00, 8, 2023-06-12T17:00",
        "2023-06-12T10:00, 8, 2023-06-13T10:00",
        "2023-06-12T12:30, 4, 2023-06-12T17:00",
        "2023-06-09T16:00, 8, 2023-06-12T16:00",
        "2023-06-09T20:00, 1, 2023-06-12T09:00",
        "2023-04-28T16:00, 2, 2023-05-04T09:00",
        "2022-06-12T08:00, 1, 2023-01-03T09:00"
    })
    void findsTheFirstInstantByWhichItHasPassed(String from, long hours, String then) {
        assertThat(time.after(at(from), hours * HOUR_S)).isEqualTo(at(then));
    }

    @Test
    void knowsNoInstantBeyondItsCalendar() {
        assertThat(time.after(at("2023-12-29T16:00"), HOUR_S)).isEqualTo(at("2023-12-29T17:00"));
        assertThat(time.after(at("2023-12-29T16:00"), HOUR_S + 1)).isEqualTo(WorkingTime.NEVER);
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
