package io.docaxis.monitor.figures;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** When a tally and a lateness topic agreed last, and for how long they have differed. Time is steady, not that of the wall clock. Not thread-safe. */
final class Agreement {

    /** A moment that is so long ago is none. */
    private static final Duration STALE = Duration.ofSeconds(10);
    /** What differs for so long may be read wrongly. */
    private static final Duration DOUBTFUL = Duration.ofMinutes(1);

    private final Clock clock;
    private ResponseFigures last;
    private long agreedNs;
    private OptionalLong differSinceNs = OptionalLong.empty();

    Agreement(Clock clock) {
        this.clock = clock;
    }

    /** They agree now. */
    void agree(ResponseFigures found) {
        last = found;
        agreedNs = clock.monotonicTime();
        differSinceNs = OptionalLong.empty();
    }

    /** They differ now, both read to their ends. */
    void differ() {
        if (differSinceNs.isEmpty()) {
            differSinceNs = OptionalLong.of(clock.monotonicTime());
        }
    }

    /** Nobody knows: one of them was not read to its end. */
    void skip() {
        differSinceNs = OptionalLong.empty();
    }

    /** What they agreed on last, as long as that stands. */
    Optional<ResponseFigures> standing() {
        return last != null && sinceNs(agreedNs) < STALE.toNanos() ? Optional.of(last) : Optional.empty();
    }

    /** Whether they have differed for so long that the reading is in doubt. */
    boolean isDoubtful() {
        return differSinceNs.isPresent() && sinceNs(differSinceNs.getAsLong()) >= DOUBTFUL.toNanos();
    }

    private long sinceNs(long atNs) {
        return clock.monotonicTime() - atNs;
    }
}
