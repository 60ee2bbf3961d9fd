package io.docaxis.simulator.load.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.Histogram;

/**
 * What one thread records. Its lock is free but for the moments in which somebody reads, so that an event costs some tens of
 * nanoseconds. Of the last seconds it keeps the histograms itself; older ones go to those of all threads.
 */
final class Tape {

    /** An instant further from the start is not of this load. */
    static final int MOST_SECONDS = 10 * 86_400;

    private static final LatencyKind[] KINDS = LatencyKind.values();
    private static final int COUNTS = EventCount.values().length;
    private static final int OPEN = 4;

    private final Stretch stretch;
    private final SecondHistograms seconds;
    private final ReentrantLock lock = new ReentrantLock();

    private final Histogram[] totals = new Histogram[KINDS.length];
    private final long[] negative = new long[KINDS.length];
    private final long[][] bySecond = new long[COUNTS][64];
    private final long[] measured = new long[COUNTS];
    private final SecondHistograms.Part[][] open = new SecondHistograms.Part[KINDS.length][OPEN];
    private long misplaced;
    private int length;

    Tape(Stretch stretch, SecondHistograms seconds) {
        this.stretch = stretch;
        this.seconds = seconds;
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /** To be called with the lock. */
    void latency(LatencyKind kind, long intendedAtNs, long latencyNs) {
        latency(kind, intendedAtNs, latencyNs, 1);
    }

    /** To be called with the lock. */
    void latency(LatencyKind kind, long intendedAtNs, long latencyNs, long events) {
        if (latencyNs < 0) {
            negative[kind.ordinal()] += events;
            return;
        }
        long micros = micros(latencyNs);
        if (stretch.measures(intendedAtNs)) {
            Histogram total = totals[kind.ordinal()];
            if (total == null) {
                total = FrozenHistogram.empty();
                totals[kind.ordinal()] = total;
            }
            total.recordValueWithCount(micros, events);
        }
        if (kind.isBySecond()) {
            int second = second(intendedAtNs);
            if (second >= 0) {
                opened(kind, second).recordValueWithCount(micros, events);
            }
        }
    }

    /** Half a microsecond is one. */
    static long micros(long ns) {
        return ns / 1_000 + (ns % 1_000 >= 500 ? 1 : 0);
    }

    /** To be called with the lock. */
    void count(EventCount what, long atNs, long events) {
        int second = second(atNs);
        if (second < 0) {
            misplaced += events;
            return;
        }
        if (second >= bySecond[what.ordinal()].length) {
            bySecond[what.ordinal()] = Arrays.copyOf(bySecond[what.ordinal()], Math.max(second + 1, 2 * second));
        }
        bySecond[what.ordinal()][second] += events;
        length = Math.max(length, second + 1);
        if (stretch.measures(atNs)) {
            measured[what.ordinal()] += events;
        }
    }

    /** Negative where there is no such second. */
    private int second(long atNs) {
        long sinceNs = atNs - stretch.startAtNs();
        return sinceNs < 0 || sinceNs >= MOST_SECONDS * 1_000_000_000L ? -1 : stretch.second(atNs);
    }

    private Histogram opened(LatencyKind kind, int second) {
        SecondHistograms.Part[] slots = open[kind.ordinal()];
        SecondHistograms.Part slot = slots[second % OPEN];
        if (slot == null || slot.second() != second) {
            if (slot != null) {
                seconds.add(List.of(slot));
            }
            slot = new SecondHistograms.Part(kind, second, FrozenHistogram.empty());
            slots[second % OPEN] = slot;
        }
        return slot.histogram();
    }

    /** What it kept itself, of one second or, where that is negative, of all. */
    List<SecondHistograms.Part> taken(int second) {
        List<SecondHistograms.Part> taken = new ArrayList<>();
        lock.lock();
        try {
            for (SecondHistograms.Part[] slots : open) {
                for (int i = 0; i < OPEN; i++) {
                    if (slots[i] != null && (second < 0 || slots[i].second() == second)) {
                        taken.add(slots[i]);
                        slots[i] = null;
                    }
                }
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    void addTo(Sum sum) {
        lock.lock();
        try {
            for (LatencyKind kind : KINDS) {
                if (totals[kind.ordinal()] != null) {
                    sum.latency(kind).add(totals[kind.ordinal()]);
                }
                sum.negative[kind.ordinal()] += negative[kind.ordinal()];
            }
            for (int i = 0; i < COUNTS; i++) {
                sum.measured[i] += measured[i];
            }
            sum.misplaced += misplaced;
            sum.length = Math.max(sum.length, length);
        } finally {
            lock.unlock();
        }
    }

    void addTo(int second, long[] counts) {
        lock.lock();
        try {
            for (int i = 0; i < COUNTS; i++) {
                counts[i] += second < bySecond[i].length ? bySecond[i][second] : 0;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Of all threads. */
    static final class Sum {
        final Histogram[] latencies = new Histogram[KINDS.length];
        final long[] negative = new long[KINDS.length];
        final long[] measured = new long[COUNTS];
        long misplaced;
        int length;

        private Histogram latency(LatencyKind kind) {
            if (latencies[kind.ordinal()] == null) {
                latencies[kind.ordinal()] = FrozenHistogram.empty();
            }
            return latencies[kind.ordinal()];
        }
    }
}
