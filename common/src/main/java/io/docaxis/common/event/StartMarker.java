package io.docaxis.common.event;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a start marker says of its run. A marker is input like any other: what it asks for is bounded before anything is built from it. */
public final class StartMarker {

    private static final int MAX_CALENDAR_DAYS = 100_000;
    private static final int MAX_DAY = (int) (EventLimits.MAX_TIME / 86_400);
    private static final int MAX_FINAL_AFTER = 100_000;
    private static final int MAX_OFFSET_S = 18 * 3600;

    private StartMarker() {}

    /**
     * Rules and calendar.
     *
     * @throws IllegalArgumentException if there can be no such
     */
    public static Deadlines deadlines(RunStarted marker) {
        require(marker.getHorizonS() <= EventLimits.MAX_TIME, "horizon");
        require(marker.getFinalAfterWorkingDays() <= MAX_FINAL_AFTER, "final after");
        Rules rules = new Rules(
                marker.getHorizonS(),
                marker.getFinalAfterWorkingDays(),
                marker.getSendByEndOfDay(),
                marker.getArrivalAcknowledges(),
                marker.getUrgentS(),
                marker.getVeryUrgentS(),
                marker.getExpressS());
        return new Deadlines(rules, calendar(marker));
    }

    /**
     * The agencies of the run.
     *
     * @throws IllegalArgumentException if they are not ours
     */
    public static AgencyCatalogue agencies(RunStarted marker) {
        AgencyCatalogue agencies = AgencyCatalogue.of(marker.getDepartments(), marker.getCommunes());
        long fingerprint = marker.getCatalogueFingerprint();
        require(fingerprint == 0 || fingerprint == agencies.fingerprint(), "catalogue");
        return agencies;
    }

    private static WorkingCalendar calendar(RunStarted marker) {
        int first = marker.getCalendarFirstDay();
        int last = marker.getCalendarLastDay();
        require(first >= 0 && first <= last && last <= MAX_DAY && last - first < MAX_CALENDAR_DAYS, "calendar");
        require(Math.abs((long) marker.getUtcOffsetS()) <= MAX_OFFSET_S, "offset");
        return WorkingCalendar.of(
                LocalDate.ofEpochDay(first),
                LocalDate.ofEpochDay(last),
                dates(marker.getDaysOffList()),
                dates(marker.getMakeUpDaysList()),
                new OfficeHours(
                        marker.getMorningOpensS(),
                        marker.getMorningClosesS(),
                        marker.getAfternoonOpensS(),
                        marker.getAfternoonClosesS()),
                marker.getUtcOffsetS());
    }

    private static Set<LocalDate> dates(List<Integer> days) {
        Set<LocalDate> dates = new TreeSet<>();
        for (int day : days) {
            dates.add(LocalDate.ofEpochDay(day));
        }
        return dates;
    }

    /** @throws IllegalArgumentException if it does not hold */
    public static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("start marker: impossible " + what);
        }
    }
}
