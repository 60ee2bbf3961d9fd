package io.docaxis.producer.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checks stretches of days, both ends included. */
final class Stretches {

    private Stretches() {}

    static void checkOrder(Values values, Key<LocalDate> from, Key<LocalDate> to) {
        if (values.areSound(from, to) && values.get(to).isBefore(values.get(from))) {
            values.at(to).refuse(values.get(to).toString(), from.name() + " (" + values.get(from) + ") or after");
        }
    }

    static void checkInside(Values period, Values values, Key<LocalDate> from, Key<LocalDate> to) {
        checkOrder(values, from, to);
        if (!period.areSound(TimeKeys.PERIOD_FROM, TimeKeys.PERIOD_TO)) {
            return;
        }
        LocalDate first = period.get(TimeKeys.PERIOD_FROM);
        LocalDate last = period.get(TimeKeys.PERIOD_TO);
        if (last.isBefore(first)) {
            return;
        }
        for (Key<LocalDate> key : List.of(from, to)) {
            LocalDate date = values.get(key);
            if (date != null && (date.isBefore(first) || date.isAfter(last))) {
                values.at(key).refuse(date.toString(), "days of the period, " + first + " to " + last);
            }
        }
    }

    static void checkApart(List<Values> stretches, Key<LocalDate> from, Key<LocalDate> to) {
        List<Values> before = new ArrayList<>();
        for (Values stretch : stretches) {
            if (!stretch.areSound(from, to)) {
                continue;
            }
            for (Values other : before) {
                if (!stretch.get(from).isAfter(other.get(to))
                        && !stretch.get(to).isBefore(other.get(from))) {
                    int line = other.place().line();
                    stretch.place()
                            .refuse(
                                    stretch.get(from) + " to " + stretch.get(to),
                                    "days apart from those of line " + line);
                }
            }
            before.add(stretch);
        }
    }
}
