package io.docaxis.monitor.figures;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.tally.ReportKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What agencies of level 1, with all below them, have said: how much of it by the day on which they say it occurred, in the run's time. Copies share the
 * days that do not change. Not thread-safe; a copy to which nothing is added may be read by any thread.
 */
final class AgencyReports {

    /** Fewer events of a day say nothing about a clock. */
    private static final int LEAST_EVENTS = 20;

    private static final int KINDS = ReportKind.values().length;
    private static final int AGENCIES = AgencyCatalogue.level1Count();

    private final SortedMap<Integer, long[]> days = new TreeMap<>();
    /** Days whose figures a copy has too. */
    private final Set<Integer> shared = new HashSet<>();

    AgencyReports() {}

    /** The same, to be kept. */
    AgencyReports(AgencyReports from) {
        days.putAll(from.days);
        from.shared.addAll(days.keySet());
    }

    void add(int agency, ReportKind kind, int day, long count) {
        long[] counts = days.get(day);
        if (counts == null || shared.remove(day)) {
            counts = counts == null ? new long[AGENCIES * KINDS] : counts.clone();
            days.put(day, counts);
        }
        counts[agency * KINDS + kind.ordinal()] += count;
    }

    /** The days of which anything was said by anybody. */
    SortedMap<Integer, long[]> days() {
        return Collections.unmodifiableSortedMap(days);
    }

    /** How much an agency said as a receiver from one day up to before another. */
    long received(int agency, int from, int before) {
        long sum = 0;
        for (long[] counts : days.subMap(from, Math.max(from, before)).values()) {
            sum += received(agency, counts);
        }
        return sum;
    }

    /** How much an agency ever said as a receiver. */
    long received(int agency) {
        long sum = 0;
        for (long[] counts : days.values()) {
            sum += received(agency, counts);
        }
        return sum;
    }

    private static long received(int agency, long[] counts) {
        long sum = 0;
        for (int kind = ReportKind.RECEIVER.ordinal(); kind < KINDS; kind++) {
            sum += counts[agency * KINDS + kind];
        }
        return sum;
    }

    /** All that was ever said, by anybody. */
    long all() {
        return days.values().stream().flatMapToLong(Arrays::stream).sum();
    }

    /** The last day before another of which an agency said anything as a receiver; {@code Integer.MIN_VALUE}: there is none. */
    int lastReceived(int agency, int before) {
        SortedMap<Integer, long[]> earlier = days.headMap(before);
        while (!earlier.isEmpty()) {
            int day = earlier.lastKey();
            if (received(agency, earlier.get(day)) > 0) {
                return day;
            }
            earlier = earlier.headMap(day);
        }
        return Integer.MIN_VALUE;
    }

    /**
     * Whether an agency's clock was doubtful on a day: of 20 events or more that it dates on it, at least half were emitted over a minute
     * before, or over an hour after, they say they occurred.
     */
    boolean isClockDoubtful(int agency, int day) {
        long[] counts = days.get(day);
        return counts != null && isClockDoubtful(agency, counts);
    }

    /** By agency, in order: the days on which its clock was doubtful. */
    SortedMap<Integer, List<Integer>> doubtfulClocks() {
        SortedMap<Integer, List<Integer>> doubtful = new TreeMap<>();
        days.forEach((day, counts) -> {
            for (int agency = 0; agency < AGENCIES; agency++) {
                if (isClockDoubtful(agency, counts)) {
                    doubtful.computeIfAbsent(agency, first -> new ArrayList<>()).add(day);
                }
            }
        });
        return doubtful;
    }

    private static boolean isClockDoubtful(int agency, long[] counts) {
        long all = 0;
        long off = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            long count = counts[agency * KINDS + kind];
            all += count;
            off += ReportKind.of(kind).isOff() ? count : 0;
        }
        return all >= LEAST_EVENTS && 2 * off >= all;
    }
}
