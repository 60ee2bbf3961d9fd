package io.docaxis.simulator.process;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Readings of a counter that only grows, at instants of the wall clock; straight lines between them. Not thread-safe. */
final class Readings {

    private final NavigableMap<Long, Long> byTime = new TreeMap<>();

    void add(long atMs, long value) {
        byTime.put(atMs, value);
    }

    /** How much it grew between two instants; before the first reading and after the last it stood still. Empty: never read. */
    OptionalDouble between(long fromMs, long toMs) {
        return byTime.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(at(toMs) - at(fromMs));
    }

    private double at(long timeMs) {
        var before = byTime.floorEntry(timeMs);
        var after = byTime.ceilingEntry(timeMs);
        if (before == null || after == null) {
            return (before == null ? after : before).getValue();
        }
        long span = after.getKey() - before.getKey();
        double share = span == 0 ? 0 : (double) (timeMs - before.getKey()) / span;
        return before.getValue() + share * (after.getValue() - before.getValue());
    }
}
