package io.docaxis.producer.scenario.file;

import io.docaxis.common.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Checks that there are days on which to send what the shape wants sent. */
final class ShapeChecks {

    private static final int MILLION = 1_000_000;

    private final Values shape;
    private final Values period;
    private final WorkingCalendar calendar;
    private final BitSet silenced;

    private ShapeChecks(Values shape, Values period, WorkingCalendar calendar) {
        this.shape = shape;
        this.period = period;
        this.calendar = calendar;
        silenced = silenced();
    }

    /** Checks the bursts; and the days that are left, if there is a calendar. */
    static void check(Values shape, Values period, WorkingCalendar calendar) {
        if (!shape.areSound(TimeKeys.BURSTS)) {
            return;
        }
        List<Values> bursts = shape.get(TimeKeys.BURSTS);
        bursts.forEach(burst -> DayRangeChecks.checkInside(period, burst, TimeKeys.BURST_FROM, TimeKeys.BURST_TO));
        DayRangeChecks.checkApart(bursts, TimeKeys.BURST_FROM, TimeKeys.BURST_TO);
        if (calendar != null && shape.areSound(TimeKeys.MONTHS, TimeKeys.DAYS_OFF_SHARE)) {
            new ShapeChecks(shape, period, calendar).checkDays();
        }
    }

    private void checkDays() {
        int daysOffPpm = shape.get(TimeKeys.DAYS_OFF_SHARE);
        if (daysOffPpm > 0 && !hasDay(day -> !isWorked(day) && isPlayed(day))) {
            shape.at(TimeKeys.DAYS_OFF_SHARE)
                    .refuse(
                            ShareChecks.decimal(daysOffPpm),
                            "0, for the period has no day off on which anything is sent");
        }
        if (daysOffPpm < MILLION && !hasDay(day -> isWorked(day) && isPlayed(day) && hasWeight(day))) {
            shape.place()
                    .refuse(
                            "no working day with a weight above 0",
                            "months and bursts that leave one, or days-off 1: the rest must be sent on some day");
        }
    }

    private boolean hasDay(Predicate<LocalDate> wanted) {
        return period.get(TimeKeys.PERIOD_FROM)
                .datesUntil(period.get(TimeKeys.PERIOD_TO).plusDays(1))
                .anyMatch(wanted);
    }

    private boolean isWorked(LocalDate day) {
        return calendar.isWorkingDay(day.toEpochDay());
    }

    private boolean hasWeight(LocalDate day) {
        return shape.get(TimeKeys.MONTHS).containsKey(day.getMonthValue());
    }

    private boolean isPlayed(LocalDate day) {
        return !silenced.get(indexOf(day));
    }

    /** The days on which a burst leaves nothing, counted from the period's first. */
    private BitSet silenced() {
        BitSet days = new BitSet();
        int last = indexOf(period.get(TimeKeys.PERIOD_TO));
        for (Values burst : shape.get(TimeKeys.BURSTS)) {
            if (burst.areSound(TimeKeys.BURST_FROM, TimeKeys.BURST_TO, TimeKeys.BURST_PERCENT)
                    && burst.get(TimeKeys.BURST_PERCENT) == 0) {
                int from = Math.max(0, indexOf(burst.get(TimeKeys.BURST_FROM)));
                int to = Math.min(last, indexOf(burst.get(TimeKeys.BURST_TO)));
                days.set(from, Math.max(from, to + 1));
            }
        }
        return days;
    }

    private int indexOf(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(period.get(TimeKeys.PERIOD_FROM), day);
    }
}
