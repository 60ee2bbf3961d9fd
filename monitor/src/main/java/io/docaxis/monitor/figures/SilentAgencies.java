package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.calendar.WorkingTime;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which agencies of level 1 have fallen silent as receivers: by their own rate per working hour, 15 reports or more were to be expected since their
 * last, and they owe something, open or overdue. The rate is that of the last 20 working days up to the day of the last report; days that nobody has
 * looked at count too, for the tally has them. What is not known is taken so that nobody is silent: that a report came at the end of its
 * day, or at the first look. Pure; one run; not thread-safe.
 */
final class SilentAgencies {

    private static final int LEAST_DAYS = 5;
    private static final int MOST_DAYS = 20;
    private static final int LEAST_REPORTS = 30;
    private static final double EXPECTED = 15;
    /** A large agency expects as much within a minute: nobody is silent because an office opens slowly. */
    private static final long LEAST_WORKING_S = 3_600;

    private static final int AGENCIES = AgencyCatalogue.level1Count();
    private static final long NEVER = Long.MIN_VALUE;

    private final WorkingCalendar calendar;
    private final WorkingTime time;
    private final long[] reports = new long[AGENCIES];
    /** When the last report was seen, or the latest instant at which it can have come. */
    private final long[] lastAt = new long[AGENCIES];

    private final Silence[] silence = new Silence[AGENCIES];

    SilentAgencies(WorkingCalendar calendar) {
        this.calendar = calendar;
        time = new WorkingTime(calendar);
        Arrays.fill(lastAt, NEVER);
        Arrays.fill(silence, Silence.LEARNING);
    }

    /**
     * Looks once more.
     *
     * @param watermark the least of all partitions, seconds; looks come in its order
     * @param furthest the greatest of them: up to then may have come what is new at this look
     * @param said up to now
     * @param owes whether an agency owes anything
     * @param going whether the watermark is before the period's end
     */
    void look(long watermark, long furthest, AgencyReports said, IntPredicate owes, boolean going) {
        for (int agency = 0; agency < AGENCIES; agency++) {
            long now = said.received(agency);
            if (lastAt[agency] == NEVER && now > 0) {
                lastAt[agency] = lastBefore(agency, furthest, said);
            } else if (now > reports[agency]) {
                lastAt[agency] = furthest;
            }
            reports[agency] = now;
            silence[agency] = now == 0 ? Silence.LEARNING : judge(agency, watermark, said);
            if (silence[agency] == Silence.SILENT && !(going && owes.test(agency))) {
                silence[agency] = Silence.HEARD;
            }
        }
    }

    Silence of(int agency) {
        return silence[agency];
    }

    /** When an agency's last report came, or the latest instant at which it can have come; of one that was never heard {@code Long.MIN_VALUE}. */
    long lastAt(int agency) {
        return lastAt[agency];
    }

    private long lastBefore(int agency, long furthest, AgencyReports said) {
        int day = said.lastReceived(agency, Integer.MAX_VALUE);
        return Math.min(furthest, calendar.at(day + 1L, 0));
    }

    private Silence judge(int agency, long watermark, AgencyReports said) {
        long last = Math.min(lastAt[agency], watermark);
        long lastDay = calendar.dayOf(last - 1);
        // of a day that goes on, the rest is yet to come
        int before = (int) (lastDay < calendar.dayOf(watermark) ? lastDay + 1 : lastDay);
        int from = firstDay(before, said);
        if (!calendar.knows(from) || !calendar.knows(before - 1L) || from >= before) {
            return Silence.LEARNING;
        }
        long known = said.received(agency, from, before);
        if (calendar.workingDaysBetween(from, before) < LEAST_DAYS || known < LEAST_REPORTS) {
            return Silence.LEARNING;
        }
        long knownS = time.between(calendar.at(from, 0), calendar.at(before, 0));
        long silentS = time.between(last, watermark);
        double expected = (double) known / knownS * silentS;
        return expected >= EXPECTED && silentS >= LEAST_WORKING_S ? Silence.SILENT : Silence.HEARD;
    }

    /** The first of the 20 working days before a day, or of those of which anybody has said anything. */
    private int firstDay(int before, AgencyReports said) {
        int first = said.days().firstKey();
        int day = before;
        for (int days = 0; day > first && days < MOST_DAYS; ) {
            day--;
            days += calendar.knows(day) && calendar.isWorkingDay(day) ? 1 : 0;
        }
        return Math.max(first, day);
    }
}
