package io.docaxis.simulator.load.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.HdrHistogram.Histogram;

/** The latencies of each second, of all threads together: a few kilobytes a second. Thread-safe. */
final class SecondHistograms {

    /** What a thread recorded of one second, not yet added. */
    record Part(LatencyKind kind, int second, Histogram histogram) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<LatencyKind, TreeMap<Integer, FrozenHistogram>> all = new EnumMap<>(LatencyKind.class);

    void add(List<Part> parts) {
        lock.lock();
        try {
            for (Part part : parts) {
                all.computeIfAbsent(part.kind(), kind -> new TreeMap<>())
                        .compute(
                                part.second(),
                                (second, before) -> before == null
                                        ? FrozenHistogram.of(part.histogram())
                                        : before.plus(part.histogram()));
            }
        } finally {
            lock.unlock();
        }
    }

    Map<LatencyKind, FrozenHistogram> of(int second) {
        lock.lock();
        try {
            Map<LatencyKind, FrozenHistogram> found = new EnumMap<>(LatencyKind.class);
            all.forEach((kind, seconds) -> {
                if (seconds.containsKey(second)) {
                    found.put(kind, seconds.get(second));
                }
            });
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** One more than the last second of which there is anything. */
    int seconds() {
        lock.lock();
        try {
            List<Integer> ends = new ArrayList<>(List.of(0));
            all.values().forEach(seconds -> ends.add(seconds.lastKey() + 1));
            return ends.stream().mapToInt(Integer::intValue).max().orElse(0);
        } finally {
            lock.unlock();
        }
    }
}
