package io.docaxis.producer.plan;

import io.docaxis.common.hash.Hash;
import io.docaxis.producer.scenario.Scenario;
import io.docaxis.producer.scenario.Traffic;
import java.time.LocalDate;

/**
 * When each thread's first document is sent: whole numbers of threads by day, and within a day the hours' weights. Rises with
 * the thread's number, so that a source can start its threads in order. Immutable.
 */
final class SendingTimes {

    private static final long MILLION = 1_000_000;
    private static final int HOUR_S = 3600;
    private static final int JITTER_BITS = 20;

    private final long seed;
    private final Traffic.Shape shape;
    private final long firstDayAt;
    private final boolean[] works;
    /** Threads before each day, and all at the end. */
    private final long[] before;
    /** Weight passed by each hour of a working day, in weights × seconds. */
    private final long[] hours = new long[25];

    SendingTimes(Scenario scenario, long threads, long seed) {
        this.seed = seed;
        shape = scenario.traffic().shape();
        var calendar = scenario.calendar();
        long first = scenario.period().from().toEpochDay();
        int days = (int) (scenario.period().to().toEpochDay() - first + 1);
        firstDayAt = calendar.at(first, 0);
        works = new boolean[days];
        long[] working = new long[days];
        long[] off = new long[days];
        for (int i = 0; i < days; i++) {
            LocalDate date = scenario.period().from().plusDays(i);
            works[i] = calendar.isWorkingDay(first + i);
            (works[i] ? working : off)[i] =
                    works[i] ? (long) percent(date) * shape.months().get(date.getMonthValue() - 1) : percent(date);
        }
        for (int hour = 0; hour < 24; hour++) {
            hours[hour + 1] = hours[hour] + (long) shape.hours().get(hour) * HOUR_S;
        }
        before = share(threads, working, off);
    }

    long at(long thread) {
        int day = dayOf(thread);
        long threads = before[day + 1] - before[day];
        long rank = thread - before[day];
        long range = works[day] ? hours[24] : 24 * HOUR_S;
        long from = rank * range / threads;
        long to = (rank + 1) * range / threads;
        long jitter = Hash.mix(seed, thread) >>> 64 - JITTER_BITS;
        long at = from + ((to - from) * jitter >> JITTER_BITS);
        return firstDayAt + day * 86_400L + (works[day] ? second(at) : at);
    }

    private long second(long weighted) {
        int hour = 0;
        while (hours[hour + 1] <= weighted) {
            hour++;
        }
        return (long) hour * HOUR_S + (weighted - hours[hour]) / shape.hours().get(hour);
    }

    private int dayOf(long thread) {
        int low = 0;
        int high = works.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] <= thread) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long[] share(long threads, long[] working, long[] off) {
        long offWeight = sum(off);
        long workingWeight = hours[24] == 0 ? 0 : sum(working);
        long onDaysOff = offWeight == 0
                ? 0
                : workingWeight == 0 ? threads : (threads * shape.daysOffPpm() + MILLION / 2) / MILLION;
        long[] onWorking = Apportionment.of(threads - onDaysOff, working);
        long[] onOff = Apportionment.of(onDaysOff, off);
        long[] running = new long[works.length + 1];
        for (int i = 0; i < works.length; i++) {
            long ofDay = onWorking[i] + onOff[i];
            Math.multiplyExact(ofDay + 1, Math.max(hours[24], 86_400));
            running[i + 1] = running[i] + ofDay;
        }
        return running;
    }

    private int percent(LocalDate date) {
        long percent = 100;
        for (var burst : shape.bursts()) {
            if (!date.isBefore(burst.from()) && !date.isAfter(burst.to())) {
                percent = percent * burst.percent() / 100;
            }
        }
        return Math.toIntExact(percent);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
