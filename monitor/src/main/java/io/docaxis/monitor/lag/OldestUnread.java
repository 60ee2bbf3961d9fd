package io.docaxis.monitor.lag;

import java.util.OptionalDouble;

/** The record at the offset that a group has committed, or the first after it that there is. */
public sealed interface OldestUnread {

    /** There is none: everything was read. */
    record None() implements OldestUnread {
        @Override
        public OptionalDouble seconds(long nowMs) {
            return OptionalDouble.of(0);
        }
    }

    /** There is none that is known; there may be one. */
    record Unknown() implements OldestUnread {
        @Override
        public OptionalDouble seconds(long nowMs) {
            return OptionalDouble.empty();
        }
    }

    /** A record with a timestamp: wall clock at which it was written, milliseconds. */
    record WrittenAt(long timestampMs) implements OldestUnread {
        @Override
        public OptionalDouble seconds(long nowMs) {
            return OptionalDouble.of(Math.max(0, nowMs - timestampMs) / 1000.0);
        }

        @Override
        public OptionalDouble timestampS() {
            return OptionalDouble.of(timestampMs / 1000.0);
        }
    }

    OldestUnread NONE = new None();
    OldestUnread UNKNOWN = new Unknown();

    /** For how long it has waited at a moment; 0 where there is none, for then nothing waits; empty: unknown. */
    OptionalDouble seconds(long nowMs);

    /** When it was written, seconds; empty where there is none, or none is known. */
    default OptionalDouble timestampS() {
        return OptionalDouble.empty();
    }

    /** Whether it is known, or known that there is none. */
    default boolean isKnown() {
        return !(this instanceof Unknown);
    }
}
