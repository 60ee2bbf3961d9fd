package io.docaxis.monitor.health;

import java.util.OptionalDouble;

/**
 * How long a group needs to read what is there, if all goes on as it does.
 *
 * @param seconds empty: never, or unknown
 * @param never it does not get there
 */
public record Drain(OptionalDouble seconds, boolean never) {

    static final Drain UNKNOWN = new Drain(OptionalDouble.empty(), false);
    static final Drain NEVER = new Drain(OptionalDouble.empty(), true);

    static Drain in(double seconds) {
        return new Drain(OptionalDouble.of(seconds), false);
    }

    /** Of two partitions the slower one; never beats unknown, which beats any time. */
    Drain orSlower(Drain other) {
        if (never || other.never) {
            return NEVER;
        }
        return seconds.isEmpty() || other.seconds.isEmpty()
                ? UNKNOWN
                : in(Math.max(seconds.getAsDouble(), other.seconds.getAsDouble()));
    }
}
