package io.docaxis.producer.plan;

import io.docaxis.common.obligation.Deadlines;

/** Puts the time of a deed so that the outcome chosen for its obligation comes about. Stateless but for its settings. */
final class OutcomeTimes {

    /** One in this many that are on time is so to the second. */
    private static final int EXACTLY_AT_DEADLINE = 200;

    private final Deadlines deadlines;
    private final OfficeClock clock;

    OutcomeTimes(Deadlines deadlines, OfficeClock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** On time: after it became possible and not after the deadline, in office hours where there are any between, rather early. */
    long onTime(Draws draws, long from, long deadline) {
        if (draws.oneIn(EXACTLY_AT_DEADLINE)) {
            return deadline;
        }
        return clock.between(from, deadline, draws.earlyFraction());
    }

    /**
     * Late by so much, but for the few so late that observers would soon forget the dispatch: those are late by as much as a
     * horizon before that allows.
     */
    long late(long deadline, long byS) {
        return Math.min(deadline + Math.max(1, byS), latest(deadline));
    }

    /** The latest time at which a duty may still be done, so that its channel can be a horizon slow. */
    long latest(long deadline) {
        long finalAt = deadlines.finalAt(deadline);
        return finalAt == Deadlines.NEVER
                ? Course.NEVER - 1
                : finalAt - deadlines.rules().horizonS();
    }
}
