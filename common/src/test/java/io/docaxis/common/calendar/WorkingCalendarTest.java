package io.docaxis.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = WorkingCalendar.vietnam2023();

    @ParameterizedTest
    @CsvSource({
        // month, working days: computed by hand from the table of days off
        "1,16",
        "2,20",
        "3,23",
        "4,20",
        "5,20",
        "6,22",
        "7,21",
        "8,23",
        "9,19",
        "10,22"
    })
    void countsTheWorkingDaysOfEachMonthOf2023(int month, int workingDays) {
        LocalDate first = LocalDate.of(2023, month, 1);
        assertThat(calendar.workingDaysBetween(
                        first.toEpochDay(), first.plusMonths(1).toEpochDay()))
                .isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-02,false", "2023-01-19,true", "2023-01-20,false", "2023-01-26,false", "2023-01-27,true",
        "2023-04-28,true", "2023-04-29,false", "2023-05-01,false", "2023-05-02,false", "2023-05-03,false",
        "2023-05-04,true", "2023-08-31,true", "2023-09-01,false", "2023-09-04,false", "2023-09-05,true",
        "2023-03-11,false", "2023-03-12,false", "2023-03-13,true"
    })
    void knowsDaysOff(LocalDate date, boolean works) {
        assertThat(calendar.isWorkingDay(date.toEpochDay())).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-19,1,2023-01-27", // Tết
        "2023-01-22,1,2023-01-27",
        "2023-04-28,1,2023-05-04", // 29 April to 3 May
        "2023-08-31,1,2023-09-05", // National Day
        "2023-03-10,1,2023-03-13", // a Friday
        "2023-03-06,4,2023-03-10",
        "2023-03-06,5,2023-03-13",
        "2023-10-31,43,2023-12-29"
    })
    void countsWorkingDaysOn(LocalDate from, int days, LocalDate to) {
        assertThat(LocalDate.ofEpochDay(calendar.plusWorkingDays(from.toEpochDay(), days)))
                .isEqualTo(to);
    }

    @Test
    void neverClaimsADayOutsideItsTables() {
        long newYear2024 = LocalDate.of(2024, 1, 1).toEpochDay();
        assertThatThrownBy(() -> calendar.isWorkingDay(newYear2024))
                .isInstanceOf(DateOutsideCalendarException.class)
                .hasMessage("date 2024-01-01 is outside the calendar, which knows 2023-01-01 to 2023-12-31");
        assertThatThrownBy(
                        () -> calendar.nextWorkingDay(LocalDate.of(2023, 12, 29).toEpochDay()))
                .isInstanceOf(DateOutsideCalendarException.class);
        assertThat(calendar.knowsWorkingDaysAfter(LocalDate.of(2023, 12, 29).toEpochDay(), 1))
                .isFalse();
        assertThat(calendar.knowsWorkingDaysAfter(LocalDate.of(2023, 12, 28).toEpochDay(), 1))
                .isTrue();
    }

    @Test
    void worksOnMakeUpSaturdays() {
        LocalDate saturday = LocalDate.of(2024, 5, 4);
        WorkingCalendar withMakeUp = WorkingCalendar.of(
                LocalDate.of(2024, 4, 1),
                LocalDate.of(2024, 5, 31),
                Set.of(LocalDate.of(2024, 4, 29)),
                Set.of(saturday),
                OfficeHours.DEFAULT,
                WorkingCalendar.VIETNAM_OFFSET_S);
        assertThat(withMakeUp.isWorkingDay(saturday.toEpochDay())).isTrue();
        assertThat(withMakeUp.nextWorkingDay(LocalDate.of(2024, 5, 3).toEpochDay()))
                .isEqualTo(saturday.toEpochDay());
    }

    @Test
    void readsInstantsInVietnamsTime() {
        long instant = java.time.Instant.parse("2023-03-06T17:30:00Z").getEpochSecond();
        assertThat(LocalDate.ofEpochDay(calendar.dayOf(instant))).isEqualTo(LocalDate.of(2023, 3, 7));
        assertThat(calendar.secondOfDay(instant)).isEqualTo(1800);
        assertThat(calendar.at(calendar.dayOf(instant), 1800)).isEqualTo(instant);
    }

    @Test
    void walksThroughOfficeHours() {
        assertThat(OfficeHours.DEFAULT.lengthS()).isEqualTo(8 * 3600);
        assertThat(OfficeHours.DEFAULT.secondOfDay(0)).isEqualTo(8 * 3600);
        assertThat(OfficeHours.DEFAULT.secondOfDay(4 * 3600)).isEqualTo(13 * 3600);
        assertThat(OfficeHours.DEFAULT.secondOfDay(8 * 3600)).isEqualTo(17 * 3600);
    }
}
