package io.docaxis.consumer.state;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.OfficeHours;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.event.ContractVersion;
import io.docaxis.common.event.EventLimits;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import io.docaxis.common.obligation.Deadlines;
import io.docaxis.common.obligation.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The run that a partition follows, as its first start marker says: rules, calendar, agencies.
 *
 * @param hash of the run id, as envelopes carry it
 */
public record Run(long hash, RunStarted marker, Deadlines deadlines, AgencyCatalogue agencies) {

    // a marker is input like any other: what it asks for is bounded before anything is built from it
    private static final int MAX_SOURCES = 0x10000;
    private static final int MAX_CALENDAR_DAYS = 100_000;
    private static final int MAX_DAY = (int) (EventLimits.MAX_TIME / 86_400);
    private static final int MAX_FINAL_AFTER = 100_000;
    private static final int MAX_OFFSET_S = 18 * 3600;

    /** @throws IllegalArgumentException if the marker contradicts itself, is of another version of the contract, or names agencies that are not ours */
    public static Run of(long hash, RunStarted marker) {
        require(ContractVersion.isCurrent(marker.getContractVersion()), "contract version");
        require(marker.getSources() > 0 && marker.getSources() <= MAX_SOURCES, "sources");
        boolean endKnown = marker.getEndsAt() != 0;
        require(marker.getStartsAt() >= 0 && marker.getStartsAt() <= EventLimits.MAX_TIME, "period");
        require(!endKnown || marker.getStartsAt() < marker.getEndsAt(), "period");
        require(marker.getEndsAt() <= EventLimits.MAX_TIME, "period");
        require(LiveClock.isPossible(marker), "live clock");
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
        AgencyCatalogue agencies = AgencyCatalogue.of(marker.getDepartments(), marker.getCommunes());
        long fingerprint = marker.getCatalogueFingerprint();
        require(fingerprint == 0 || fingerprint == agencies.fingerprint(), "catalogue");
        return new Run(hash, marker, new Deadlines(rules, calendar(marker)), agencies);
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

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("start marker: impossible " + what);
        }
    }

    public int sources() {
        return marker.getSources();
    }

    /** Whether an end marker says an end within the period. */
    boolean isEnd(RunEnded end) {
        long endsAt = endsAt(end);
        return endsAt >= marker.getStartsAt() && endsAt <= Math.min(endsAt(), EventLimits.MAX_TIME);
    }

    /** The end of the period as an end marker says. */
    long endsAt(RunEnded end) {
        return end.getEndsAt() == 0 ? endsAt() : end.getEndsAt();
    }

    /** The first instant after the period, or a later one; {@link Deadlines#NEVER}: the end markers will say. */
    long endsAt() {
        return marker.getEndsAt() == 0 ? Deadlines.NEVER : marker.getEndsAt();
    }

    public long horizonS() {
        return deadlines.rules().horizonS();
    }

    public long dayOf(long at) {
        return deadlines.calendar().dayOf(at);
    }

    /** Whether an instant lies on a day that the calendar knows. */
    public boolean knows(long at) {
        return deadlines.calendar().knows(dayOf(at));
    }
}
