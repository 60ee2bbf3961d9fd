package io.docaxis.monitor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.tally.ReportKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** An agency that reports 40 a working day, five an hour, from Monday 5 June 2023 on: after three working hours 15 are expected. */
class SilentAgenciesTest {

    private static final int AGENCY = 40;

    private final AgencyReports said = new AgencyReports();
    private final SilentAgencies agencies = new SilentAgencies(WorkingCalendar.vietnam2023());

    @Test
    void isSilentOnceFifteenReportsWereToBeExpected() {
        week(40);
        assertThat(look("2023-06-09T17:00")).isEqualTo(Silence.LEARNING);
        assertThat(look("2023-06-12T08:00")).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T10:59")).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T11:00")).isEqualTo(Silence.SILENT);
        report("2023-06-12", 1);
        assertThat(look("2023-06-12T13:00")).isEqualTo(Silence.HEARD);
    }

    /** The reports of the morning are in a partition that is ahead; then another catches up that has none. */
    @Test
    void partitionsThatAreBehindOthersMakeNobodySilent() {
        week(40);
        look("2023-06-09T17:00");
        report("2023-06-12", 10);
        assertThat(look("2023-06-12T08:00", "2023-06-12T12:00")).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T13:30", "2023-06-12T13:30")).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T15:59", "2023-06-12T17:00")).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T16:00", "2023-06-12T17:00")).isEqualTo(Silence.SILENT);
    }

    @Test
    void nightsAndDaysOffAreNoSilence() {
        week(40);
        look("2023-06-09T17:00");
        assertThat(look("2023-06-11T23:00")).isEqualTo(Silence.HEARD);
    }

    @Test
    void learnsForFiveWorkingDaysAndThirtyReports() {
        for (String day : new String[] {"2023-06-05", "2023-06-06", "2023-06-07", "2023-06-08"}) {
            report(day, 40);
        }
        look("2023-06-08T17:00");
        assertThat(look("2023-06-09T16:00")).isEqualTo(Silence.LEARNING);
    }

    @Test
    void fewReportsAreNoRate() {
        week(5);
        look("2023-06-09T17:00");
        assertThat(look("2023-06-23T17:00")).isEqualTo(Silence.LEARNING);
    }

    @Test
    void aBusyAgencyMayOpenSlowly() {
        week(40_000);
        look("2023-06-09T17:00");
        assertThat(look("2023-06-12T08:59")).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T09:00")).isEqualTo(Silence.SILENT);
    }

    /** Whoever looks for the first time knows the days, but not when on the last of them the last report came. */
    @Test
    void aFirstLookKnowsTheDaysBefore() {
        week(40);
        assertThat(look("2023-06-12T11:00")).isEqualTo(Silence.SILENT);
    }

    @Test
    void whoOwesNothingOrIsAtThePeriodsEndIsNotSilent() {
        week(40);
        agencies.look(at("2023-06-12T16:00"), at("2023-06-12T16:00"), said, agency -> false, true);
        assertThat(agencies.of(AGENCY)).isEqualTo(Silence.HEARD);
        agencies.look(at("2023-06-12T16:00"), at("2023-06-12T16:00"), said, agency -> true, false);
        assertThat(agencies.of(AGENCY)).isEqualTo(Silence.HEARD);
        assertThat(look("2023-06-12T16:00")).isEqualTo(Silence.SILENT);
    }

    private void week(long aDay) {
        for (int day = 5; day <= 9; day++) {
            report("2023-06-0" + day, aDay);
        }
    }

    private void report(String day, long count) {
        said.add(AGENCY, ReportKind.RECEIVER, (int) LocalDate.parse(day).toEpochDay(), count);
    }

    private Silence look(String at) {
        return look(at, at);
    }

    private Silence look(String least, String furthest) {
        agencies.look(at(least), at(furthest), said, agency -> true, true);
        return agencies.of(AGENCY);
    }

    private static long at(String local) {
        return LocalDateTime.parse(local).toEpochSecond(ZoneOffset.ofHours(7));
    }
}
