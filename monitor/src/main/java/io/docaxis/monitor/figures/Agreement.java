package io.docaxis.monitor.figures;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** When a tally and a lateness topic agreed last, and for how long they have differed. Time is steady, not that of the wall clock. Not thread-safe. */
final class Agreement {

    /** A moment that is so long ago is none, or so many rounds if they take longer. */
    private static final Duration STALE = Duration.ofSeconds(10);

    private static final int STALE_ROUNDS = 3;
    /** What differs for so long may be read wrongly, or for so many rounds if they take longer: one or two may differ by chance. */
    private static final Duration DOUBTFUL = Duration.ofMinutes(1);

    private static final int DOUBTFUL_ROUNDS = 5;

    private final Clock clock;
    private final Duration stale;
    private final Duration doubtful;
    private ResponseFigures last;
    private long agreedNs;
    private OptionalLong differSinceNs = OptionalLong.empty();

    /** @param every from one round to the next */
    Agreement(Clock clock, Duration every) {
        this.clock = clock;
        stale = longer(STALE, every.multipliedBy(STALE_ROUNDS));
        doubtful = longer(DOUBTFUL, every.multipliedBy(DOUBTFUL_ROUNDS));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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
        return last != null && sinceNs(agreedNs) < stale.toNanos() ? Optional.of(last) : Optional.empty();
    }

    /** Whether they have differed for so long that the reading is in doubt. */
    boolean isDoubtful() {
        return differSinceNs.isPresent() && sinceNs(differSinceNs.getAsLong()) >= doubtful.toNanos();
    }

    private long sinceNs(long atNs) {
        return clock.monotonicTime() - atNs;
    }
}
