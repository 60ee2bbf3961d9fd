package io.docaxis.producer.scenario.file;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks stretches of days, both ends included. */
final class DayRangeChecks {

    private DayRangeChecks() {}

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

    /** Notes each stretch that meets another, once: the one that stands later in the file. */
    static void checkApart(List<Values> stretches, Key<LocalDate> from, Key<LocalDate> to) {
        List<Values> sound =
                stretches.stream().filter(stretch -> stretch.areSound(from, to)).toList();
        List<Integer> byDay = IntStream.range(0, sound.size()).boxed().collect(Collectors.toList());
        byDay.sort(Comparator.comparing(number -> sound.get(number).get(from)));
        int furthest = -1;
        for (int number : byDay) {
            boolean meets = furthest >= 0
                    && !sound.get(number).get(from).isAfter(sound.get(furthest).get(to));
            if (meets) {
                refuse(sound.get(Math.max(number, furthest)), sound.get(Math.min(number, furthest)), from, to);
            }
            if (furthest < 0
                    || sound.get(number).get(to).isAfter(sound.get(furthest).get(to))) {
                furthest = number;
            }
        }
    }

    private static void refuse(Values stretch, Values other, Key<LocalDate> from, Key<LocalDate> to) {
        stretch.place()
                .refuse(
                        stretch.get(from) + " to " + stretch.get(to),
                        "days apart from those of line " + other.place().line());
    }
}
