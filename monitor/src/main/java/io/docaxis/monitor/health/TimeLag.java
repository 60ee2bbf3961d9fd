package io.docaxis.monitor.health;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** When the first record that a group can read and has not consumed was written; its age is the time lag. */
public sealed interface TimeLag {

    /** Nothing waits. */
    record Nothing() implements TimeLag {
        @Override
        public OptionalDouble seconds(long nowMs) {
            return OptionalDouble.of(0);
        }
    }

    /** Something may wait; nobody knows since when. */
    record Unknown() implements TimeLag {}

    /** The record says so, and nothing speaks against it: wall clock, milliseconds. */
    record OfRecord(long timestampMs) implements TimeLag {
        @Override
        public OptionalDouble seconds(long nowMs) {
            return OptionalDouble.of(age(nowMs, timestampMs));
        }
    }

    /**
     * The record came after one instant, and at or before another, by our own looks at where the log ends: wall clock,
     * milliseconds.
     *
     * @param afterMs empty: it was there at the first look
     */
    record Between(OptionalLong afterMs, long untilMs) implements TimeLag {
        @Override
        public OptionalDouble seconds(long nowMs) {
            return afterMs.isPresent() ? OptionalDouble.of(age(nowMs, afterMs.getAsLong())) : OptionalDouble.empty();
        }

        @Override
        public OptionalDouble leastSeconds(long nowMs) {
            return OptionalDouble.of(age(nowMs, untilMs));
        }
    }

    TimeLag NOTHING = new Nothing();
    TimeLag UNKNOWN = new Unknown();

    /** The age at a moment, of an interval the upper end; 0 where nothing waits; empty: unknown. */
    default OptionalDouble seconds(long nowMs) {
        return OptionalDouble.empty();
    }

    /** The lower end of an interval; empty where it is none. */
    default OptionalDouble leastSeconds(long nowMs) {
        return OptionalDouble.empty();
    }

    /** Whether our own looks stand in for the record. */
    default boolean isEstimated() {
        return this instanceof Between;
    }

    private static double age(long nowMs, long writtenMs) {
        return Math.max(0, nowMs - writtenMs) / 1000.0;
    }
}
