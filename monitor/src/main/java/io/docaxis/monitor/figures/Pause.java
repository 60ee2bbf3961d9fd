package io.docaxis.monitor.figures;

import io.micrometer.core.instrument.Clock;
import java.time.Duration;

/**
 * Keeps a topic that failed from being read all over again each second: until some time has passed, the failure stands. Not thread-safe.
 */
final class Pause {

    private final Clock clock;
    private final Duration length;
    private RuntimeException why;
    private long begunNs;

    Pause(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    /** Begins now. */
    void begin(RuntimeException failure) {
        why = failure;
        begunNs = clock.monotonicTime();
    }

    /** Ends before its time. */
    void end() {
        why = null;
    }

    /**
     * Goes on if it is over.
     *
     * @throws RuntimeException for which it began, if it is not
     */
    void requireOver() {
        if (why != null && clock.monotonicTime() - begunNs < length.toNanos()) {
            throw why;
        }
        why = null;
    }
}
